import {
  money,
  ProviderError,
  type CapabilityTable,
  type ErrorOrigin,
  type OperationName,
  type Registrar,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import { fakeCapabilities, FakeRegistrar, RegistryWorld } from '@registrar-kit/testing';
import {
  faultSituations,
  purchasesIn,
  worldSituations,
  type RegistrarHarness,
  type WorldSubject,
} from '@registrar-kit/testing/contract';

/** A key that the fake never asks for; whoever shows it had to go and look for it. */
export const fakeKey = 'CANARY-fake-key-4f1d7b90';

/** A subject whose requests can be made to fail with an error of a driver's own. */
export interface FakeSubject extends WorldSubject {
  failNext(operation: OperationName, error: (origin: ErrorOrigin) => ProviderError): void;
}

/** Makes the registrars of one subject. */
export type FakeOpening = (world: RegistryWorld, account: string) => FakeHouse;

interface FakeHouse {
  readonly connect: (runtime: RegistrarRuntime) => Registrar;
  readonly requests: () => number;
  readonly failNext: FakeSubject['failNext'];
}

/** `FakeRegistrar` itself. */
export const openFakeRegistrar =
  (capabilities: CapabilityTable): FakeOpening =>
  (world, account) => {
    const house = new FakeRegistrar({ world, account, capabilities });
    return {
      connect: (runtime) => house.connect({ runtime }),
      requests: () => house.calls.length,
      failNext: (operation, error) => house.failNext(operation, error),
    };
  };

/** The harness of everything that stands on a registry world without a wire. */
export function fakeHarness(
  open: FakeOpening = openFakeRegistrar(fakeCapabilities),
  capabilities: CapabilityTable = fakeCapabilities,
): RegistrarHarness<FakeSubject> {
  return {
    capabilities,
    secrets: [fakeKey],
    open: () => {
      const world = new RegistryWorld();
      const balances = [money('1000.00', 'USD')];
      const { id: account } = world.addAccount({
        id: 'harbour',
        keys: { test: fakeKey },
        balances,
      });
      return {
        ...open(world, account),
        ...{ world, account, capabilities },
        purchases: () => purchasesIn(world, account),
        unstruck: () => world.faults.unstruck(),
        close: () => Promise.resolve(),
      };
    },
    situations: {
      ...worldSituations,
      ...faultSituations,
      'unknown-vendor-code': (subject, { operation, times = 1 }) => {
        const code = 'FAKE-4711';
        for (let time = 0; time < times; time += 1)
          subject.failNext(operation, (origin) => {
            const vendor = { code, message: 'something that nobody knows', httpStatus: 400 };
            return new ProviderError({ ...origin, detail: 'the registrar refused', vendor });
          });
        return { code };
      },
      unreachable: { impossible: 'the fake has no wire that could be cut' },
    },
  };
}
