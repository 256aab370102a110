import {
  ProviderError,
  readDomainName,
  type CallContext,
  type DomainName,
  type DriverAvailability,
  type Money,
} from '@registrar-kit/core';
import { readTolerantly } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { DomainNameApiClient, DriftReport } from '../domain-name-api-client.js';
import { amountSchema, toPrice } from '../mapping/amount.js';

// Texts are left as they come, `null` or missing, since there are very many rows.
const rowSchema = z.object({
  domainName: z.string(),
  status: z.union([z.string(), z.number(), z.boolean()]).nullish(),
  period: z.number().nullish(),
  isPremium: z.boolean().nullish(),
  price: amountSchema,
  currency: z.string().nullish(),
  reason: z.string().nullish(),
});
type Row = z.output<typeof rowSchema>;

/** With these an order is priced: a row in which one cannot be read says nothing at all. */
const decisive: readonly string[] = ['isPremium', 'period'] satisfies (keyof Row)[];

// Older builds answer with the bare list.
const replySchema = z.preprocess(
  (json) => (Array.isArray(json) ? { infos: json as unknown[] } : json),
  z.object({ infos: z.array(z.unknown()) }),
);

/** What the search says of one name. */
export interface SearchedName {
  readonly availability: DriverAvailability;
  /** For registering, over `years`; absent where the row states none. */
  readonly price: Money | undefined;
  readonly years: number;
  readonly premium: boolean;
}

/**
 * Asks about names with `domains/bulk-search`. Rows are matched by name, since the answer silently leaves names out. The only
 * price is that of a registration, also for a premium name.
 */
export async function searchNames(
  client: DomainNameApiClient,
  domains: readonly DomainName[],
  call: CallContext,
): Promise<ReadonlyMap<DomainName, SearchedName>> {
  const { currency } = client.settings;
  const body = domains.map((domainName) => ({ domainName, currency }));
  const { value, drift } = await client.send(
    { method: 'POST', path: 'domains/bulk-search', body },
    replySchema,
    call,
  );
  const wanted = new Set<string>(domains);
  const rows = new Map<string, Row>();
  for (const [index, item] of value.infos.entries()) {
    const reading = readTolerantly(rowSchema, item);
    for (const { path, note } of reading.drifts) drift(`infos.${String(index)}.${path}`, note);
    if (!reading.ok) continue;
    const row = reading.drifts.some(({ path }) => decisive.includes(path))
      ? unbelievable(reading.value)
      : reading.value;
    // Nearly all are named as they were asked.
    const name = wanted.has(row.domainName) ? row.domainName : nameKey(row.domainName);
    const before = rows.get(name);
    const again = before !== undefined && !sameAnswer(before, row);
    if (again) drift(`infos.${String(index)}`, 'answers a name again and otherwise');
    rows.set(name, again ? unbelievable(row) : row);
  }
  return new Map(
    domains.map((domain) => {
      const row = rows.get(domain);
      if (row === undefined) return [domain, missingRow(domain)];
      const price = toPrice(row.price, row.currency ?? undefined);
      const period = row.period ?? 0;
      return [
        domain,
        {
          availability: toAvailability(domain, row, price, drift, call),
          price,
          // Period 0 and no period mean one, as in the list of endings.
          years: period === 0 ? 1 : period,
          premium: row.isPremium === true,
        },
      ];
    }),
  );
}

/** Asks about one name. */
export async function searchName(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<SearchedName> {
  return (await searchNames(client, [domain], call)).get(domain) ?? missingRow(domain);
}

function missingRow(domain: DomainName): SearchedName {
  const availability = { domain, availability: 'unknown', reason: 'missing_from_answer' } as const;
  return { availability, price: undefined, years: 1, premium: false };
}

function sameAnswer(left: Row, right: Row): boolean {
  return ([...decisive, 'status', 'reason', 'price', 'currency'] as (keyof Row)[]).every(
    (field) => (left[field] ?? undefined) === (right[field] ?? undefined),
  );
}

/** Of a row that cannot be read, or is contradicted by another, nothing is believed, and the dearer kind is assumed. */
function unbelievable(row: Row): Row {
  return { ...row, status: 'ERROR', reason: undefined, price: undefined, isPremium: true };
}

/** Names come back in any case, and international ones in either form. */
function nameKey(name: string): string {
  const reading = readDomainName(name);
  return reading.ok ? reading.domain : name.toLowerCase();
}

/** Status words come in any case; only these three mean yes. A reason is more telling than the word beside it. */
function toAvailability(
  domain: DomainName,
  row: Row,
  price: Money | undefined,
  drift: DriftReport,
  call: CallContext,
): DriverAvailability {
  const word = String(row.status ?? '')
    .trim()
    .toLowerCase();
  const reason = row.reason?.toLowerCase() ?? '';
  const premium =
    row.isPremium === true ? { premium: price === undefined ? {} : { registration: price } } : {};
  if (reason.includes('unauthorized tld') || reason.includes('tld is not supported')) {
    return { domain, availability: 'unknown', reason: 'tld_not_sold' };
  }
  const exists = reason.includes('domain exists');
  if (['available', '1', 'true'].includes(word) && !exists)
    return { domain, availability: 'available', ...premium };
  if (word === 'notavailable' || exists) return { domain, availability: 'taken', ...premium };
  if (word === 'invaliddomainname')
    return { domain, availability: 'unknown', reason: 'invalid_name' };
  if (word !== 'error') {
    drift('infos.status', word === '' ? 'is missing' : 'is not a known availability', word);
  }
  const error = new ProviderError({
    ...call.origin,
    domain,
    detail:
      word === 'error'
        ? 'the registrar could not check the name'
        : 'the registrar answered with an unknown availability',
    transient: true,
  });
  return { domain, availability: 'unknown', reason: 'request_failed', error };
}
