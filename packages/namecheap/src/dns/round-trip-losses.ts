import type { DnsRecord } from '@registrar-kit/core';
import { xmlBoolean, type XmlElement } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { recordNames } from './record-names.js';

/** What setHosts has no parameter for, so that writing a zone takes it away; a clause for each kind. */
export interface RoundTripLosses {
  /** Changes what the zone does. */
  readonly functional: readonly string[];
  /** Changes only what the vendor's panel shows. */
  readonly labels: readonly string[];
}

interface ReadHost {
  readonly host: XmlElement;
  readonly record: DnsRecord;
}

const flagSchema = z.object({ IsActive: xmlBoolean, IsDDNSEnabled: xmlBoolean });
const labelSchema = z.object({ AssociatedAppTitle: z.string(), FriendlyName: z.string() });

/** What stands in a zone's answer beside its records, as far as it is documented. */
const known: ReadonlySet<string> = new Set(['host', 'warnings']);

export function lossesOfRoundTrip(
  result: XmlElement,
  hosts: readonly ReadHost[],
  reply: NamecheapReply,
): RoundTripLosses {
  const read = hosts.map(({ host, record }, index) => ({
    record,
    ...reply.optional(host, flagSchema, `host[${index}]`),
    ...reply.optional(host, labelSchema, `host[${index}]`),
  }));
  const where = (lost: (host: (typeof read)[number]) => boolean): readonly DnsRecord[] =>
    read.filter(lost).map(({ record }) => record);
  return {
    functional: [
      ...unknownParts(result),
      ...clause(
        where(({ IsDDNSEnabled }) => IsDDNSEnabled === true),
        'dynamic DNS (IsDDNSEnabled)',
      ),
      ...clause(
        where(({ IsActive }) => IsActive === false),
        'the mark of being switched off (IsActive)',
      ),
    ],
    labels: [
      ...clause(
        where(({ FriendlyName = '' }) => FriendlyName !== ''),
        'the name shown in the Namecheap panel (FriendlyName)',
      ),
      ...clause(
        where(({ AssociatedAppTitle = '' }) => AssociatedAppTitle !== ''),
        'the application shown in the Namecheap panel (AssociatedAppTitle)',
      ),
    ],
  };
}

/** SRV records, say, of which nobody knows how they would stand there. */
function unknownParts({ childNames }: XmlElement): readonly string[] {
  const parts = childNames.filter((name) => !known.has(name));
  if (parts.length === 0) return [];
  return [`the zone may lose what Namecheap shows as ${parts.join(', ')}, which is not documented`];
}

function clause(records: readonly DnsRecord[], what: string): readonly string[] {
  if (records.length === 0) return [];
  return [`${recordNames(records)} ${records.length === 1 ? 'loses' : 'lose'} ${what}`];
}
