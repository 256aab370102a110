import type {
  CallContext,
  DriverOperations,
  Environment,
  RegistrarDriver,
} from '@registrar-kit/core';
import { fakeAccess } from './fake-access.js';
import { fakeCatalogue } from './fake-catalogue.js';
import { FakeDesk, type FakeDeskSettings } from './fake-desk.js';
import { fakeDomains } from './fake-domains.js';
import { fakeForwards } from './fake-forwards.js';
import type { FakeGate, FakeRequest } from './fake-gate.js';
import { fakeHosts } from './fake-hosts.js';
import type { DriverOperation, FakeOperation, FakeOperations } from './fake-operation.js';
import { fakeOrders } from './fake-orders.js';
import { fakeSettings } from './fake-settings.js';
import { fakeTransfers } from './fake-transfers.js';
import { fakeZones } from './fake-zones.js';

/** Every operation, as it is carried out on the world. */
const fakeOperations: FakeOperations = {
  ...fakeAccess,
  ...fakeCatalogue,
  ...fakeOrders,
  ...fakeDomains,
  ...fakeTransfers,
  ...fakeSettings,
  ...fakeZones,
  ...fakeForwards,
  ...fakeHosts,
};

export interface FakeDriverSettings extends FakeDeskSettings {
  readonly provider: string;
  readonly environment: Environment;
  /** What the account is known by outside of the world. @defaultValue its id in the world */
  readonly accountName?: string | undefined;
  /** Several drivers may share one: what it records and what is planned is then the same for all. */
  readonly gate: FakeGate;
}

/** A driver without a wire: each method passes the gate and then acts upon the registry world directly. */
export type FakeDriver = RegistrarDriver & DriverOperations;

export function createFakeDriver(settings: FakeDriverSettings): FakeDriver {
  const { provider, environment, account, capabilities, gate } = settings;
  const desk = new FakeDesk(settings);
  return {
    contractVersion: 1,
    provider,
    environment,
    scope: { provider, host: 'fake-registrar.example', account: settings.accountName ?? account },
    capabilities,
    simulated: true,
    ...methodsThrough(gate, desk),
  };
}

type Method = (...given: readonly unknown[]) => Promise<unknown>;

function methodsThrough(gate: FakeGate, desk: FakeDesk): DriverOperations {
  const methods = Object.entries(fakeOperations).map(([operation, execute]): [string, Method] => [
    operation,
    (...given) => {
      const call = given.at(-1) as CallContext;
      const input = given.length > 1 ? given[0] : undefined;
      const request = { operation, input, call, domains: namesIn(operation, input) };
      // Which input belongs to which operation is tied by the types of the table, not of its entries.
      return gate.pass(request as FakeRequest<DriverOperation>, (missing) =>
        (execute as FakeOperation<DriverOperation>)(input as never, desk, { call, missing }),
      );
    },
  ]);
  return Object.fromEntries(methods) as Record<DriverOperation, Method> as DriverOperations;
}

/** The names that a request is about, for faults that strike one. */
function namesIn(operation: string, input: unknown): readonly string[] {
  if (typeof input === 'string') return operation === 'getTldRequirements' ? [] : [input];
  if (Array.isArray(input)) return input as readonly string[];
  if (typeof input !== 'object' || input === null || !('domain' in input)) return [];
  return [input.domain as string];
}
