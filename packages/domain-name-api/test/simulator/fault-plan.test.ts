import { describe, expect, it } from '@jest/globals';
import type { OperationName } from '@registrar-kit/core';
import {
  demoAccounts,
  faultNames,
  type FaultName,
  type RegistryWorld,
} from '@registrar-kit/testing';
import { vendorOver } from './support/vendor-over.js';

const reseller = demoAccounts.reseller.id;
const domain = 'ornek-bakery.com';
const host = `ns1.${domain}`;
const person = {
  firstName: 'Ada',
  lastName: 'Example',
  eMail: 'ada@example.com',
  address: '1 Example Road',
  city: 'Bath',
  state: 'Bath',
  country: 'GB',
  postalCode: 'BA1',
  phoneCountryCode: '44',
  phone: '2079460123',
  isHidden: false,
};
const contacts = ['Registrant', 'Admin', 'Tech', 'Billing'].map((contactType) => ({
  contactType,
  ...person,
}));
const ipAddresses = [{ ipAddress: '192.0.2.7', ipVersion: 'v4' }];
const zoneStruct = { name: 'one', ttl: 60, type: 'A', contents: ['192.0.2.1'] };

interface Write {
  readonly operation: OperationName;
  readonly about?: string;
  readonly call: string;
  readonly body?: object;
  readonly before?: (world: RegistryWorld) => void;
  readonly isDone: (world: RegistryWorld) => boolean;
}

const writes: readonly Write[] = [
  {
    operation: 'registerDomain',
    about: 'free-name.com',
    call: 'POST domains/register-with-contacts',
    body: { period: 1, nameServers: [], contacts, tldAttributes: {} },
    isDone: (world) => world.find('free-name.com') !== undefined,
  },
  {
    operation: 'renewDomain',
    call: 'POST domains/renew',
    body: { period: 1 },
    isDone: (world) => world.ledger({ kind: 'renewDomain' }).length === 1,
  },
  {
    operation: 'restoreDomain',
    about: 'ornek-later.net',
    call: 'POST domains/restore',
    isDone: (world) => world.ledger({ kind: 'restoreDomain' }).length === 1,
  },
  {
    operation: 'transferDomain',
    about: 'elsewhere-bakery.com',
    call: 'POST domains/transfer',
    body: { authCode: 'Demo-Code!1', period: 1, contacts: [] },
    isDone: (world) => world.ledger({ kind: 'transferDomain' }).length === 1,
  },
  {
    operation: 'cancelTransfer',
    about: 'elsewhere-bakery.com',
    call: 'POST domains/transfers/cancel',
    before: (world) =>
      void world.transfers.start({
        account: reseller,
        domain: 'elsewhere-bakery.com',
        authCode: 'Demo-Code!1',
      }),
    isDone: (world) =>
      world.transfers.latest(reseller, 'elsewhere-bakery.com')?.stage === 'cancelled',
  },
  {
    operation: 'approveTransferOut',
    about: 'ornek-leaving.org',
    call: 'POST domains/transfers/approve',
    isDone: (world) => world.find('ornek-leaving.org')?.status === 'transferred_away',
  },
  {
    operation: 'rejectTransferOut',
    about: 'ornek-leaving.org',
    call: 'POST domains/transfers/reject',
    isDone: (world) => world.find('ornek-leaving.org')?.status === 'active',
  },
  {
    operation: 'resetNameservers',
    call: 'PUT domains/dns/name-server',
    body: { nameServers: ['ns8.example.net', 'ns9.example.net'] },
    isDone: (world) => world.find(domain)?.nameservers.length === 2,
  },
  {
    operation: 'createHost',
    call: 'POST domains/dns/host',
    body: { hostName: `ns7.${domain}`, ipAddresses },
    isDone: (world) => world.hosts.list(reseller, domain).length === 2,
  },
  {
    operation: 'updateHost',
    call: 'PUT domains/dns/host',
    body: { hostName: host, newHostName: `ns7.${domain}`, ipAddresses },
    isDone: (world) => world.hosts.list(reseller, domain)[0]?.host === `ns7.${domain}`,
  },
  {
    operation: 'deleteHost',
    call: `DELETE domains/dns/host?domainName=${domain}&hostName=${host}`,
    isDone: (world) => world.hosts.list(reseller, domain).length === 0,
  },
  {
    operation: 'setContacts',
    call: 'PUT domains/contacts/update',
    body: { contacts },
    isDone: (world) => world.find(domain)?.contacts.billing.city === 'Bath',
  },
  {
    operation: 'setLock',
    call: 'POST domains/unlock',
    isDone: (world) => world.find(domain)?.locked === false,
  },
  {
    operation: 'setPrivacy',
    call: 'POST domains/privacy',
    body: { privacyStatus: false },
    isDone: (world) => world.find(domain)?.privacy === false,
  },
  {
    operation: 'applyRecords',
    call: `POST domains/zones?domainName=${domain}`,
    body: { zoneStruct },
    isDone: (world) => world.zones.of(reseller, domain).staged.length === 1,
  },
  {
    operation: 'applyRecords',
    call: `DELETE domains/zones?domainName=${domain}&Name=www.${domain}.&Record=192.0.2.10&RecordType=A`,
    isDone: (world) => world.zones.of(reseller, domain).staged.length === 1,
  },
  {
    operation: 'applyRecords',
    call: `POST domains/zones/apply?domainName=${domain}`,
    before: (world) =>
      void world.zones.stage(reseller, domain, { kind: 'delete', name: 'www', type: 'A' }),
    isDone: (world) => world.zones.of(reseller, domain).staged.length === 0,
  },
  {
    operation: 'setUrlForward',
    call: 'POST domains/forwards',
    body: { redirectAddress: 'https://example.com/', forwardType: 'Standard' },
    isDone: (world) => world.forwards.url(reseller, domain) !== undefined,
  },
  {
    operation: 'deleteUrlForward',
    call: `DELETE domains/forwards?DomainName=${domain}`,
    before: (world) =>
      void world.forwards.setUrl(reseller, domain, {
        target: 'https://example.com/',
        kind: 'frame',
      }),
    isDone: (world) => world.forwards.url(reseller, domain) === undefined,
  },
];

/** Whether the order was executed, as each fault says of itself. */
const executes: Readonly<Record<FaultName, boolean>> = {
  'answer-lost-before-commit': false,
  'answer-lost-after-commit': true,
  'commit-after-reconcile-read': false,
  'html-page': false,
  'login-redirect': false,
  'other-redirect': false,
  'rate-limited': false,
  'server-error': false,
  'truncated-answer': true,
  'empty-answer': true,
  'slow-answer': true,
  'missing-row': true,
  'ip-not-allowed': false,
  'key-rejected': false,
  'account-locked': false,
};

describe.each(writes)('$operation by $call', ({ operation, about = domain, ...write }) => {
  const { call, body = {}, before, isDone } = write;

  it.each(faultNames)('under %s is executed or not, as the fault says', async (fault) => {
    const { world, provoke, say } = vendorOver();
    before?.(world);
    world.faults.add({ fault, operation, domain: about });
    const answer = await provoke(call, { domainName: about, ...body });
    expect(world.faults.pending()).toEqual([]);
    expect(isDone(world)).toBe(executes[fault]);
    const lost = /^(?:answer-lost|commit-after)/.test(fault);
    expect(answer.kind).toBe(lost ? 'drop' : fault === 'truncated-answer' ? 'truncate' : 'reply');
    if (fault !== 'commit-after-reconcile-read') return;
    await say(`GET domains/info?DomainName=${about}`);
    expect(isDone(world)).toBe(false);
    world.runDueCommits();
    expect(isDone(world)).toBe(true);
  });
});

describe('reads', () => {
  it.each([
    ['getTransfer', `GET domains/info?DomainName=${domain}`],
    ['getContacts', `GET domains/info?DomainName=${domain}`],
    ['getHost', `GET domains/info?DomainName=${domain}`],
    ['listTransfers', 'GET domains'],
    ['getTldRequirements', 'GET products/tlds'],
    ['listRecords', `GET domains/zones?domainName=${domain}`],
    ['planRecords', `GET domains/zones?domainName=${domain}`],
    ['getUrlForward', `GET domains/forwards?domainName=${domain}`],
    ['checkTransfer', 'POST domains/transfers/check'],
  ] as const)('of %s are struck by every fault', async (operation, call) => {
    for (const fault of faultNames) {
      const { world, provoke } = vendorOver();
      world.faults.add({ fault, operation });
      await provoke(call, { domainName: domain, authCode: 'x' });
      expect(world.faults.pending()).toEqual([]);
    }
  });
});
