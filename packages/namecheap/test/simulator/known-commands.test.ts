import { describe, expect, it } from '@jest/globals';
import { operationNames, type OperationName } from '@registrar-kit/core';
import { namecheapCapabilities } from '@registrar-kit/namecheap';
import { faultNames, isWorldRefusal } from '@registrar-kit/testing';
import { simulatedCommands, unbuiltCommands } from '../../src/simulator/known-commands.js';
import { simulatedWire } from '../support/simulated-wire.js';

/** What needs no request of its own, or is not built. */
const withoutRequest: readonly OperationName[] = [
  'getCapabilities',
  'getTldRequirements',
  'getOperation',
  'waitForOperation',
  'reconcileOperation',
];

describe('the commands of the simulated vendor', () => {
  it('are all of the groups about domains', () => {
    const built = [...simulatedCommands.values()].map(({ name }) => name.replace('namecheap.', ''));
    expect(built.toSorted()).toEqual(
      [
        ...['check', 'create', 'getContacts', 'getInfo', 'getList', 'getRegistrarLock'],
        ...['getTldList', 'reActivate', 'renew', 'setContacts', 'setRegistrarLock'],
        ...['dns.getEmailForwarding', 'dns.getHosts', 'dns.getList', 'dns.setCustom'],
        ...['dns.setDefault', 'dns.setEmailForwarding', 'dns.setHosts'],
        ...['ns.create', 'ns.delete', 'ns.getInfo', 'ns.update'],
        ...['transfer.create', 'transfer.getList', 'transfer.getStatus', 'transfer.updateStatus'],
      ]
        .map((name) => `domains.${name}`)
        .concat(
          ['allot', 'changeemailaddress', 'disable', 'discard', 'enable', 'getlist', 'renew'].map(
            (name) => `whoisguard.${name}`,
          ),
          ['whoisguard.unallot', 'users.address.getList', 'users.getBalances', 'users.getPricing'],
        )
        .toSorted(),
    );
    expect([...simulatedCommands.keys()].filter((name) => unbuiltCommands.has(name))).toEqual([]);
  });

  it('can be struck by a fault of every operation that sends something', () => {
    const served = new Set([...simulatedCommands.values()].flatMap(({ operations }) => operations));
    const offered = operationNames.filter(
      (name) => namecheapCapabilities[name].support !== 'unsupported',
    );
    expect(offered.filter((name) => !served.has(name) && !withoutRequest.includes(name))).toEqual(
      [],
    );
  });

  it.each([...simulatedCommands.values()])(
    'answer whatever is sent, and nothing: $name',
    async ({ name }) => {
      const { wire, world } = simulatedWire();
      const before = JSON.stringify(world.ledger());
      const odd = '\u0000<&">\u{1F600}%';
      const words = [
        ...['DomainName', 'SLD', 'TLD', 'Nameserver', 'IP', 'OldIP', 'TransferID', 'EPPCode'],
        ...['WhoisguardID', 'ForwardedToEmail', 'Years', 'HostName1', 'RecordType1', 'Address1'],
        ...['MailBox1', 'ForwardTo1', 'ListType', 'Page', 'PageSize', 'SortBy', 'EmailType'],
        ...['DomainList', 'LockAction', 'Resubmit', 'ProductType', '<x>'],
      ];
      for (const parameters of [
        {},
        Object.fromEntries(words.map((word) => [word, odd])),
        { DomainName: 'demo-bakery.com', SLD: 'demo-bakery', TLD: 'com', Nameserver: odd },
      ]) {
        const thrown: unknown = await wire.document(name, parameters).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(isWorldRefusal(thrown)).toBe(false);
        expect(thrown).toBeUndefined();
      }
      expect(JSON.stringify(world.ledger())).toBe(before);
    },
  );

  it.each([...simulatedCommands.values()])(
    'take every fault: $name',
    async ({ name, operations }) => {
      const [operation] = operations;
      for (const fault of faultNames) {
        const { wire, world } = simulatedWire();
        world.faults.add({ fault, ...(operation === undefined ? {} : { operation }) });
        const answer = await wire.send(name, {
          DomainName: 'demo-bakery.com',
          SLD: 'demo-bakery',
          TLD: 'com',
        });
        expect(['reply', 'drop', 'truncate']).toContain(answer.kind);
        expect(world.faults.pending()).toEqual([]);
      }
    },
  );
});
