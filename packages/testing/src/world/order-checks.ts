import {
  addYears,
  readNameserver,
  type CalendarDate,
  type DomainStatus,
  type Nameserver,
  type YearRange,
} from '@registrar-kit/core';
import type { WorldDomain } from './world-domain.js';
import { refuse } from './world-refusal.js';
import type { WorldTldAttribute } from './world-tld.js';

/** No registry lets a domain run further ahead than this. */
const maxYearsAhead = 10;
const minNameservers = 2;
const maxNameservers = 13;

/** @throws WorldRefusal `years_out_of_range` */
export function checkYears(domain: string, years: number, { min, max }: YearRange): void {
  if (!Number.isSafeInteger(years) || years < min || years > max)
    refuse({ kind: 'years_out_of_range', domain, years, min, max });
}

/** @throws WorldRefusal `too_far_ahead` */
export function checkReach(domain: string, expiresOn: CalendarDate, today: CalendarDate): void {
  if (expiresOn > addYears(today, maxYearsAhead))
    refuse({ kind: 'too_far_ahead', domain, maxYears: maxYearsAhead });
}

/** @throws WorldRefusal `wrong_status` */
export function checkStatus(row: WorldDomain, allowed: readonly DomainStatus[]): void {
  const { domain, status } = row;
  if (!allowed.includes(status)) refuse({ kind: 'wrong_status', domain, status });
}

/**
 * The servers in the form of the registry, each once. None stands for the provider's own.
 *
 * @throws WorldRefusal `invalid_nameserver`, `nameserver_count`
 */
export function readNameservers(
  domain: string,
  nameservers: readonly string[],
): readonly Nameserver[] {
  const hosts = nameservers.map(
    (nameserver) =>
      readNameserver(nameserver) ?? refuse({ kind: 'invalid_nameserver', domain, nameserver }),
  );
  const different = [...new Set(hosts)];
  const count = different.length;
  if (count > 0 && (count < minNameservers || count > maxNameservers))
    refuse({ kind: 'nameserver_count', domain, count, min: minNameservers, max: maxNameservers });
  return different;
}

/** @throws WorldRefusal `attribute_missing`, `attribute_not_permitted` */
export function checkAttributes(
  domain: string,
  given: Readonly<Record<string, string>>,
  attributes: readonly WorldTldAttribute[],
): void {
  const valueOf = (key: string): string =>
    Object.hasOwn(given, key) ? (given[key] ?? '').trim() : '';
  for (const { key, required, requiredWhen, options } of attributes) {
    const value = valueOf(key);
    const isWanted =
      required || (requiredWhen !== undefined && valueOf(requiredWhen.key) === requiredWhen.value);
    if (value === '' && isWanted) refuse({ kind: 'attribute_missing', domain, key });
    const isPermitted =
      value === '' || options === undefined || options.some((option) => option.value === value);
    if (!isPermitted) refuse({ kind: 'attribute_not_permitted', domain, key });
  }
}
