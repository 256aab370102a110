import { expect, test } from '@jest/globals';
import { operationNames, type CapabilityTable, type OperationName } from '@registrar-kit/core';
import { fakeCapabilities } from '@registrar-kit/testing';
import { playContract } from '../support/contract-failures.js';
import { fakeHarness, openFakeRegistrar } from '../support/fake-harness';

// A scenario names every operation that it cannot do without: who closes one must not see red where there is no mistake.

const essential: readonly OperationName[] = ['registerDomain', 'quote', 'getDomain'];

test.each<[string, readonly OperationName[]]>([
  ['tells no balance', ['getBalance']],
  ['has neither a lock nor privacy', ['getLock', 'setLock', 'getPrivacy', 'setPrivacy']],
  ['tells no contacts', ['getContacts']],
  ['tells of no transfer', ['getTransfer']],
  ['only sells names', operationNames.filter((name) => !essential.includes(name))],
])(
  'a registrar that %s passes the contract',
  async (_what, closed) => {
    const reason = 'the vendor does not offer it';
    const capabilities: CapabilityTable = {
      ...fakeCapabilities,
      ...Object.fromEntries(closed.map((name) => [name, { support: 'unsupported', reason }])),
    };
    const harness = fakeHarness(openFakeRegistrar(capabilities), capabilities);
    const { failed } = await playContract(harness);
    expect([...failed]).toEqual([]);
  },
  30_000,
);
