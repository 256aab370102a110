import type { CallContext, Page, PageRequest, Tld } from '@registrar-kit/core';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { readEndings, type Ending } from './read-endings.js';

export async function listTlds(
  client: HarbourNamesClient,
  { cursor }: PageRequest,
  call: CallContext,
): Promise<Page<Tld>> {
  const { rows, next } = await readEndings(client, cursor, call);
  return { items: rows.map(toTld), ...(next === undefined ? {} : { next }) };
}

/** What can be bought is what has a price. */
function toTld(row: Ending): Tld {
  const sold = new Set(row.prices.map(({ kind }) => kind));
  return {
    tld: row.ending,
    registrable: sold.has('registration'),
    renewable: sold.has('renewal'),
    registrationYears: row.years,
    renewalYears: row.renewalYears,
    labelLength: row.letters,
    supportsIdn: row.international,
    supportsLock: row.transferLock,
    supportsPrivacy: row.shield,
  };
}
