import { isMoney, quoteValue, readCalendarDate } from '@registrar-kit/core';
import {
  flag,
  listOf,
  oneOf,
  optional,
  record,
  recordOf,
  text,
  that,
  whole,
  type Check,
} from './snapshot-checks.js';
import type { LedgerEntry } from './ledger.js';
import type { WorldAccount } from './world-account.js';
import type { WorldDomain } from './world-domain.js';
import { faultNames, type WorldFault } from './world-fault.js';
import type { WorldNames } from './world-names.js';
import type { WorldTld } from './world-tld.js';

export const snapshotFormat = 'registrar-kit.registry-world';
export const snapshotVersion = 1;

/** A world as plain JSON, for a state file. */
export interface WorldSnapshot {
  readonly format: typeof snapshotFormat;
  readonly version: typeof snapshotVersion;
  readonly accounts: readonly WorldAccount[];
  readonly tlds: readonly WorldTld[];
  readonly names: WorldNames;
  readonly domains: readonly WorldDomain[];
  readonly ledger: readonly LedgerEntry[];
  readonly faults: readonly WorldFault[];
  readonly nextDomainId: number;
}

const pricedOperations = ['registerDomain', 'renewDomain', 'transferDomain', 'restoreDomain'];
const amount = that(isMoney, 'an amount of money');
const amounts = listOf(amount);
const prices = record(Object.fromEntries(pricedOperations.map((name) => [name, amounts])));
const date = that(
  (value) => typeof value === 'string' && readCalendarDate(value) !== undefined,
  'a date',
);
const instant = that(
  (value) => typeof value === 'string' && Number.isFinite(Date.parse(value)),
  'an instant',
);
const range = record({ min: whole, max: whole });
const contact = recordOf(text);

const account = record({
  id: text,
  keys: recordOf(text),
  allowedAddresses: optional(listOf(text)),
  balances: amounts,
  apiEnabled: flag,
  locked: flag,
  mayActFor: listOf(text),
});

const tld = record({
  tld: text,
  registrable: flag,
  renewable: flag,
  transferable: flag,
  registrationYears: range,
  renewalYears: range,
  labelLength: range,
  pendingRegistration: flag,
  supportsLock: flag,
  supportsPrivacy: flag,
  supportsIdn: flag,
  needsAuthCode: flag,
  prices,
  fee: amounts,
  lifecycle: record({ renewGraceDays: whole, redemptionDays: whole, pendingDeleteDays: whole }),
});

const domain = record({
  id: whole,
  domain: text,
  account: text,
  status: text,
  registeredOn: date,
  expiresOn: date,
  registeredAt: instant,
  updatedAt: instant,
  contacts: record({ registrant: contact, admin: contact, tech: contact, billing: contact }),
  nameservers: listOf(text),
  locked: flag,
  privacy: flag,
  autoRenew: flag,
  premium: flag,
  authCode: text,
  tldAttributes: recordOf(text),
});

const entry = record({
  id: whole,
  account: text,
  kind: oneOf(pricedOperations),
  domain: text,
  domainId: whole,
  years: whole,
  amount,
  balanceAfter: amount,
  at: instant,
});

const snapshot = record({
  accounts: listOf(account),
  tlds: listOf(tld),
  names: record({
    taken: listOf(text),
    premium: listOf(record({ domain: text, prices })),
    earlyAccess: listOf(record({ domain: text, fee: amounts })),
    reserved: listOf(text),
  }),
  domains: listOf(domain),
  ledger: listOf(entry),
  faults: listOf(record({ fault: oneOf(faultNames) })),
  nextDomainId: whole,
} satisfies Record<Exclude<keyof WorldSnapshot, 'format' | 'version'>, Check>);

/** Checks what came out of a state file. @throws Error that says what is wrong with it. */
export function readSnapshot(json: unknown): WorldSnapshot {
  const head = record({ format: oneOf([snapshotFormat]) })(json, '');
  if (head !== undefined) return refuse(head);
  const { version } = json as { version?: unknown };
  if (version !== snapshotVersion) {
    const known = `this package reads version ${String(snapshotVersion)}`;
    return refuse(`it is of version ${quoteValue(version)}, and ${known}`);
  }
  const problem = snapshot(json, '');
  return problem === undefined ? (json as WorldSnapshot) : refuse(problem);
}

function refuse(problem: string): never {
  throw new Error(`this is no state of a registry world that can be read: ${problem}`);
}
