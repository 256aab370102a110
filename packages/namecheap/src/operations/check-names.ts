import { isDeepStrictEqual } from 'node:util';
import {
  readDomainName,
  splitDomainName,
  type CallContext,
  type DomainName,
  type DriverAvailability,
  type Money,
  type PremiumPrices,
  type UnknownReason,
} from '@registrar-kit/core';
import { xmlBoolean, type XmlElement } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { rowSchema } from '../reply/row-schema.js';
import { unlessZero, usdAmount } from '../mapping/namecheap-amount.js';
import { withoutUndefined } from '../mapping/without-undefined.js';

/** What the vendor says of one name. */
export interface CheckedName {
  readonly answer: DriverAvailability;
  /** Whether the name has prices of its own, whatever they are. */
  readonly isPremium: boolean;
  /** For each year; absent where the vendor states none, which does not mean that none is charged. */
  readonly icannFee?: Money;
}

/** An ending that the API does not sell, as the answer to the whole batch. */
const endingNotSold = '2030280';
const notSold: ReadonlySet<string> = new Set([endingNotSold, '2011280']);

const checkRow = rowSchema(
  // With what an order depends on: a row that has one of these and cannot be read says nothing at all.
  {
    Domain: z.string().min(1),
    Available: xmlBoolean,
    IsPremiumName: xmlBoolean.optional(),
    EapFee: usdAmount.optional(),
  },
  {
    ErrorNo: z.string(),
    Description: z.string(),
    PremiumRegistrationPrice: usdAmount,
    PremiumRenewalPrice: usdAmount,
    PremiumRestorePrice: usdAmount,
    PremiumTransferPrice: usdAmount,
    IcannFee: usdAmount,
  },
);

/**
 * Asks for up to 50 names and answers for each one, in order.
 *
 * One ending that the API does not sell makes the whole answer an error. Reports differ on whether the other names are answered
 * beside it, so what is there is used and the rest is asked again.
 *
 * https://www.namecheap.com/support/api/methods/domains/check/
 */
export async function checkNames(
  client: NamecheapClient,
  domains: readonly DomainName[],
  call: CallContext,
): Promise<readonly CheckedName[]> {
  const { rows, unsold } = await client.send(
    'namecheap.domains.check',
    { DomainList: domains.join(',') },
    (reply) => readRows(reply, domains),
    call,
    { tolerated: [endingNotSold] },
  );
  if (unsold !== undefined) {
    for (const domain of domains) {
      if (rows.has(domain)) continue;
      if (unsold.endings.has(splitDomainName(domain).tld)) rows.set(domain, notSoldRow(domain));
    }
    const open = domains.filter((domain) => !rows.has(domain));
    for (const part of unsold.endings.size > 0 ? [open] : halvesOf(open)) {
      if (part.length === 0) continue;
      for (const row of await checkNames(client, part, call)) rows.set(row.answer.domain, row);
    }
  }
  return domains.map((domain) => rows.get(domain) ?? unknownRow(domain, 'missing_from_answer'));
}

interface Rows {
  readonly rows: Map<DomainName, CheckedName>;
  /** The endings that spoiled the batch; none where the vendor's words do not tell which. */
  readonly unsold: { readonly endings: ReadonlySet<string> } | undefined;
}

function readRows(reply: NamecheapReply, domains: readonly DomainName[]): Rows {
  const wanted = new Set<DomainName>(domains);
  const rows = new Map<DomainName, CheckedName>();
  const unreadable = new Set<DomainName>();
  for (const [index, element] of reply.results('DomainCheckResult').entries()) {
    const row = toRow(element, `DomainCheckResult[${index}]`, wanted, reply);
    if (row === undefined) {
      const named = wantedName(element.attribute('Domain') ?? '', wanted);
      if (named !== undefined) unreadable.add(named);
      continue;
    }
    const before = rows.get(row.answer.domain);
    rows.set(row.answer.domain, before === undefined ? row : agreed(before, row, reply));
  }
  // What cannot be read may say the opposite.
  for (const domain of unreadable) if (rows.has(domain)) rows.set(domain, twofold(domain, reply));
  if (reply.errors.length === 0) return { rows, unsold: undefined };
  const words = reply.errors.map(({ text }) => text.toLowerCase()).join(' ');
  const named = domains.length === 1 ? domains : domains.filter((domain) => names(words, domain));
  for (const domain of named) rows.set(domain, notSoldRow(domain));
  return {
    rows,
    unsold: { endings: new Set(named.map((domain) => splitDomainName(domain).tld)) },
  };
}

/** Whether a text holds the name as a whole, not as the end or the beginning of another. */
function names(words: string, domain: DomainName): boolean {
  const pattern = domain.replace(/[.-]/g, '\\$&');
  return new RegExp(`(?<![\\w.-])${pattern}(?![\\w-]|\\.\\w)`).test(words);
}

function toRow(
  element: XmlElement,
  path: string,
  wanted: ReadonlySet<DomainName>,
  reply: NamecheapReply,
): CheckedName | undefined {
  // Beside an error stand rows of a skeleton, too; those say nothing.
  if (reply.errors.length > 0 && (element.attribute('Domain') ?? '') === '') return undefined;
  const row = reply.row(element, checkRow, path);
  if (row === undefined) return undefined;
  const domain = wantedName(row.Domain, wanted);
  if (domain === undefined) {
    reply.drift(path, 'the row is for a name that was not asked for', row.Domain);
    return undefined;
  }
  const number = (row.ErrorNo ?? '').trim();
  if (number !== '' && number !== '0')
    return failedRow(domain, number, row.Description ?? '', reply);
  const ownPrices: PremiumPrices = withoutUndefined({
    registration: unlessZero(row.PremiumRegistrationPrice),
    renewal: unlessZero(row.PremiumRenewalPrice),
    restore: unlessZero(row.PremiumRestorePrice),
    transfer: unlessZero(row.PremiumTransferPrice),
  });
  const isPremium = row.IsPremiumName ?? Object.keys(ownPrices).length > 0;
  const earlyAccess = unlessZero(row.EapFee);
  const premium = {
    ...(isPremium ? ownPrices : {}),
    ...withoutUndefined({ earlyAccess }),
  };
  return {
    answer: {
      domain,
      availability: row.Available ? 'available' : 'taken',
      ...(isPremium || earlyAccess !== undefined ? { premium } : {}),
    },
    isPremium,
    ...withoutUndefined({ icannFee: unlessZero(row.IcannFee) }),
  };
}

/** The name that a row is for. Nearly all say it as it was asked; another spelling of it has to be read as a name. */
function wantedName(text: string, wanted: ReadonlySet<string>): DomainName | undefined {
  if (isWanted(text, wanted)) return text;
  const reading = readDomainName(text);
  return reading.ok && wanted.has(reading.domain) ? reading.domain : undefined;
}

function isWanted(text: string, wanted: ReadonlySet<string>): text is DomainName {
  return wanted.has(text);
}

/** A name that is answered twice; of two answers that differ neither is believed. */
function agreed(before: CheckedName, row: CheckedName, reply: NamecheapReply): CheckedName {
  return isDeepStrictEqual(before, row) ? row : twofold(row.answer.domain, reply);
}

function twofold(domain: DomainName, reply: NamecheapReply): CheckedName {
  reply.drift('DomainCheckResult', 'answers a name twice and differently', domain);
  const error = reply.contradiction(domain);
  return unknownRow(domain, 'request_failed', { error });
}

/** A failure of one name inside an answer that is fine. */
function failedRow(
  domain: DomainName,
  number: string,
  text: string,
  reply: NamecheapReply,
): CheckedName {
  if (notSold.has(number)) return notSoldRow(domain);
  const error = reply.errorOf({ number, text }, domain);
  return error.code === 'DOMAIN_UNAVAILABLE'
    ? { answer: { domain, availability: 'taken' }, isPremium: false }
    : unknownRow(domain, 'request_failed', { error });
}

function notSoldRow(domain: DomainName): CheckedName {
  return unknownRow(domain, 'tld_not_sold');
}

function unknownRow(
  domain: DomainName,
  reason: UnknownReason,
  more: Pick<DriverAvailability, 'error'> = {},
): CheckedName {
  return { answer: { domain, availability: 'unknown', reason, ...more }, isPremium: false };
}

function halvesOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}
