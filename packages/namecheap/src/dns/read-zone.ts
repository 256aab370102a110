import {
  InvalidDomainStateError,
  type CallContext,
  type DnsRecord,
  type DomainName,
} from '@registrar-kit/core';
import { xmlBoolean, type XmlElement } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import { divided } from '../operations/get-nameservers.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { fromHostRow, type HostRow } from './host-row.js';
import { lossesOfRoundTrip, type RoundTripLosses } from './round-trip-losses.js';

/** A zone as it was read, with what a write cannot carry. */
export interface Zone {
  readonly records: readonly DnsRecord[];
  /** The vendor's word; `undefined` where it states none. */
  readonly emailType: string | undefined;
  readonly losses: RoundTripLosses;
}

/**
 * Reads the whole zone. What is not understood must not be lost at the next write, so that one row without a name, a type, an
 * address or a TTL, or of a type that the contract has no word for, refuses the whole reading.
 *
 * https://www.namecheap.com/support/api/methods/domains-dns/get-hosts/
 */
export function readZone(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<Zone> {
  return client.send(
    'namecheap.domains.dns.getHosts',
    divided(domain),
    (reply) => toZone(reply, domain, call),
    call,
  );
}

const resultSchema = z.object({ IsUsingOurDNS: xmlBoolean });
const mailSchema = z.object({ EmailType: z.string() });

function toZone(reply: NamecheapReply, domain: DomainName, call: CallContext): Zone {
  const result = reply.resultAbout(domain, 'DomainDNSGetHostsResult');
  const { IsUsingOurDNS } = reply.required(result, resultSchema);
  if (!IsUsingOurDNS) throw servedElsewhere(call);
  if (reply.errors.length > 0)
    throw reply.unexpected('the zone came with errors, so that it may not be whole');
  const hosts = result
    .children('host')
    .map((host, index) => ({ host, record: toRecord(host, `host[${index}]`, reply, domain) }));
  const { EmailType } = reply.optional(result, mailSchema);
  if (EmailType === undefined || EmailType === '')
    reply.drift('DomainDNSGetHostsResult.EmailType', 'no mail setting is stated');
  return {
    records: hosts.map(({ record }) => record),
    emailType: EmailType === '' ? undefined : EmailType?.toUpperCase(),
    losses: lossesOfRoundTrip(result, hosts, reply),
  };
}

function servedElsewhere(call: CallContext): InvalidDomainStateError {
  return new InvalidDomainStateError({
    ...call.origin,
    detail:
      "the domain does not use Namecheap's name servers, so that its records are not kept here; call resetNameservers to use them, or change the records where the domain is served",
  });
}

const seconds = z
  .string()
  .regex(/^\d{1,9}$/, 'is not a number of seconds')
  .transform(Number);
const preference = z
  .string()
  .regex(/^\d{1,5}$/, 'is not a preference')
  .transform(Number);
const hostSchema = z.object({ Name: z.string().min(1), Type: z.string().min(1), TTL: seconds });
const mxSchema = z.object({ MXPref: preference });

function toRecord(
  host: XmlElement,
  path: string,
  reply: NamecheapReply,
  domain: DomainName,
): DnsRecord {
  const { Name: hostName, Type: recordType, TTL: ttl } = reply.required(host, hostSchema, path);
  // As it stands: blanks at either end of a text belong to it.
  const address = host.attribute('Address') ?? '';
  if (address === '')
    throw reply.unexpected(
      `${path} (${reply.quotable(`${hostName} ${recordType}`)}) has no address`,
    );
  const mx =
    recordType.toUpperCase() === 'MX'
      ? { mxPref: reply.required(host, mxSchema, path).MXPref }
      : {};
  const row: HostRow = { hostName, recordType, address, ttl, ...mx };
  const record = fromHostRow(row, domain);
  if (record !== undefined) return record;
  reply.drift(`${path}.Type`, 'is a record type that is not documented', recordType);
  throw reply.unexpected(
    `${path} (${reply.quotable(hostName)}) is of the record type ${reply.quotable(recordType)}, which this library cannot carry: the next write would lose it; change the zone in the Namecheap panel`,
  );
}
