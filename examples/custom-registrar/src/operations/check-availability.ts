import type {
  CallContext,
  DomainName,
  DriverAvailability,
  PremiumPrices,
} from '@registrar-kit/core';
import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { fromMinorUnits, minorUnitsSchema } from '../mapping/minor-units.js';

const price = wireField(minorUnitsSchema);

const rowSchema = z.object({
  name: z.string(),
  state: z.string(),
  /** For one year each; only for names with prices of their own. */
  special: wireField(
    z.object({ registration: price, renewal: price, transfer: price, rescue: price, early: price }),
  ),
});
const replySchema = z.object({ names: z.array(rowSchema) });

type NameRow = z.output<typeof rowSchema>;

export async function checkAvailability(
  client: HarbourNamesClient,
  domains: readonly DomainName[],
  call: CallContext,
): Promise<readonly DriverAvailability[]> {
  const request = { method: 'POST', path: 'availability', body: { names: domains } } as const;
  const { names } = await client.send(request, replySchema, call);
  const rows = new Map(names.map((row) => [row.name.toLowerCase(), row]));
  return domains.map((domain) => toAvailability(domain, rows.get(domain)));
}

function toAvailability(domain: DomainName, row: NameRow | undefined): DriverAvailability {
  switch (row?.state) {
    case 'free':
    case 'taken': {
      const availability = row.state === 'free' ? 'available' : 'taken';
      const premium = toPremium(row.special);
      return { domain, availability, ...(premium === undefined ? {} : { premium }) };
    }
    case 'not-sold':
      return { domain, availability: 'unknown', reason: 'tld_not_sold' };
    case 'invalid':
      return { domain, availability: 'unknown', reason: 'invalid_name' };
    // A state that the manual does not have says as little as no row at all.
    case undefined:
    default:
      return { domain, availability: 'unknown', reason: 'missing_from_answer' };
  }
}

function toPremium(special: NameRow['special']): PremiumPrices | undefined {
  if (special === undefined) return undefined;
  const { registration, renewal, transfer, rescue, early } = special;
  return {
    ...(registration === undefined ? {} : { registration: fromMinorUnits(registration) }),
    ...(renewal === undefined ? {} : { renewal: fromMinorUnits(renewal) }),
    ...(transfer === undefined ? {} : { transfer: fromMinorUnits(transfer) }),
    ...(rescue === undefined ? {} : { restore: fromMinorUnits(rescue) }),
    ...(early === undefined ? {} : { earlyAccess: fromMinorUnits(early) }),
  };
}
