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
import type { StoredForwards } from './forwards.js';
import type { StoredHosts } from './glue-hosts.js';
import { olderSnapshot } from './older-snapshot.js';
import { faultNames, type WorldFault } from './world-fault.js';
import type { WorldNames } from './world-names.js';
import type { WorldTld } from './world-tld.js';
import { transferStages, type ForeignDomain, type WorldTransfer } from './world-transfer.js';
import type { StoredZone } from './zones.js';

export const snapshotFormat = 'registrar-kit.registry-world';
export const snapshotVersion = 2;

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
  readonly foreignDomains: readonly ForeignDomain[];
  readonly transfers: readonly WorldTransfer[];
  readonly nextTransferId: number;
  readonly hosts: readonly StoredHosts[];
  readonly zones: readonly StoredZone[];
  readonly nextRecordId: number;
  readonly forwards: readonly StoredForwards[];
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

const recordSettings = { value: text, ttlSeconds: optional(whole), priority: optional(whole) };
const flags = optional(recordOf(text));
const dnsRecord = record({ type: text, name: text, ...recordSettings, flags });

const account = record({
  id: text,
  keys: recordOf(text),
  allowedAddresses: optional(listOf(text)),
  balances: amounts,
  apiEnabled: flag,
  locked: flag,
  mayActFor: listOf(text),
  parking: listOf(dnsRecord),
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
  attributes: optional(
    listOf(
      record({
        key: text,
        description: optional(text),
        required: flag,
        options: optional(listOf(record({ value: text, label: optional(text) }))),
        requiredWhen: optional(record({ key: text, value: text })),
      }),
    ),
  ),
});

const contacts = record({ registrant: contact, admin: contact, tech: contact, billing: contact });

const domain = record({
  id: whole,
  domain: text,
  account: text,
  status: text,
  registeredOn: date,
  expiresOn: date,
  registeredAt: instant,
  updatedAt: instant,
  contacts,
  nameservers: listOf(text),
  locked: flag,
  privacy: flag,
  autoRenew: flag,
  premium: flag,
  authCode: text,
  tldAttributes: recordOf(text),
  verification: oneOf(['verified', 'pending', 'suspended', 'not_required']),
  verificationsSent: whole,
  privacyForwardTo: optional(text),
  dnssec: listOf(record({ keyTag: whole, algorithm: whole, digestType: whole, digest: text })),
  transferredOn: optional(date),
  deletedOn: optional(date),
  activeOn: optional(date),
});

const foreignDomain = record({
  domain: text,
  authCode: optional(text),
  locked: flag,
  registeredOn: date,
  expiresOn: date,
  contacts,
  nameservers: listOf(text),
});

const transfer = record({
  id: whole,
  domain: text,
  account: text,
  stage: oneOf(transferStages),
  cause: optional(text),
  startedAt: instant,
  changedAt: instant,
  entryId: whole,
  domainId: whole,
  refunded: flag,
  authCode: optional(text),
  contacts: optional(contacts),
  privacy: flag,
});

const zone = record({
  domainId: whole,
  records: optional(
    listOf(record({ id: whole, type: text, name: text, ...recordSettings, flags })),
  ),
  settings: recordOf(text),
  staged: listOf(
    record({
      kind: oneOf(['put', 'edit', 'delete']),
      name: text,
      type: text,
      records: optional(listOf(record({ ...recordSettings, flags }))),
    }),
  ),
});

const domainForwards = record({
  domainId: whole,
  url: optional(record({ target: text, kind: oneOf(['redirect', 'frame']) })),
  emails: listOf(record({ mailbox: text, forwardTo: text })),
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
  foreignDomains: listOf(foreignDomain),
  transfers: listOf(transfer),
  nextTransferId: whole,
  hosts: listOf(
    record({
      domainId: whole,
      hosts: listOf(record({ host: text, addresses: listOf(text) })),
    }),
  ),
  zones: listOf(zone),
  nextRecordId: whole,
  forwards: listOf(domainForwards),
} satisfies Record<Exclude<keyof WorldSnapshot, 'format' | 'version'>, Check>);

/** Checks what came out of a state file. @throws Error that says what is wrong with it. */
export function readSnapshot(json: unknown): WorldSnapshot {
  const head = record({ format: oneOf([snapshotFormat]) })(json, '');
  if (head !== undefined) return refuse(head);
  const { version } = json as { version?: unknown };
  const current = version === 1 ? olderSnapshot(json as object) : json;
  if (version !== 1 && version !== snapshotVersion) {
    const known = `this package reads version 1 to ${String(snapshotVersion)}`;
    return refuse(`it is of version ${quoteValue(version)}, and ${known}`);
  }
  const problem = snapshot(current, '');
  return problem === undefined ? (current as WorldSnapshot) : refuse(problem);
}

function refuse(problem: string): never {
  throw new Error(`this is no state of a registry world that can be read: ${problem}`);
}
