import { inspect } from 'node:util';
import { afterEach, expect } from '@jest/globals';
import { volatileJournal, type OperationJournal, type RegistrarEvent } from '@registrar-kit/core';
import {
  createDemoWorld,
  demoAccounts,
  serveSimulator,
  type RegistryWorld,
  type ServedSimulator,
  type SimulatorRequest,
} from '@registrar-kit/testing';
import { DomainNameApiRegistrar, type DomainNameApiConfig } from '../../../src/index.js';
import {
  createDomainNameApiSimulator,
  type DomainNameApiSimulatorOptions,
} from '../../../src/simulator/index.js';
import { liveKey, testKey } from '../../support/credentials.js';

export const reseller = demoAccounts.reseller.id;

/** No second to wait for, still one request at a time. */
const unhurried = { windows: [{ limit: 1000, windowMs: 1 }] };

/** The adapter, as users make it, against the simulated vendor over real sockets. */
export interface ServedRegistrar {
  readonly world: RegistryWorld;
  readonly registrar: DomainNameApiRegistrar;
  readonly events: readonly RegistrarEvent[];
  /** Every request that reached the vendor, such as `POST /api/v1/domains/lock`. */
  readonly requests: readonly string[];
  /** What is out of the ordinary: drifts, and requests that were sent again. */
  readonly trouble: () => readonly string[];
  /** Another process of the same account; it shares the journal only where one is given. */
  readonly another: (journal?: OperationJournal) => DomainNameApiRegistrar;
  readonly config: DomainNameApiConfig;
}

const servers: ServedSimulator[] = [];

afterEach(async () => {
  for (const served of servers.splice(0)) await served.close();
});

/** Serves a vendor for one test. Keys hold CANARY, which must come back in nothing. */
export async function serveRegistrar(
  options: Partial<DomainNameApiSimulatorOptions> = {},
  {
    journal = volatileJournal(),
    ...config
  }: Partial<DomainNameApiConfig> & {
    readonly journal?: OperationJournal;
  } = {},
): Promise<ServedRegistrar> {
  const world = options.world ?? createDemoWorld();
  world.updateAccount(reseller, { keys: { test: testKey, live: liveKey } });
  const simulator = createDomainNameApiSimulator({ quota: unhurried, ...options, world });
  const requests: string[] = [];
  const handle = (request: SimulatorRequest) => {
    requests.push(`${request.method} ${request.path.split('?')[0] ?? ''}`);
    return simulator.handle(request);
  };
  const { provider, hosts, basePath } = simulator;
  const counted = { provider, hosts, basePath, world, handle };
  const served = await serveSimulator({
    ...counted,
    config: (baseUrl) => simulator.config(baseUrl),
  });
  servers.push(served);
  const events: RegistrarEvent[] = [];
  const settings = { ...(served.config as unknown as DomainNameApiConfig), ...config };
  const open = (withJournal: OperationJournal): DomainNameApiRegistrar =>
    new DomainNameApiRegistrar(settings, {
      journal: withJournal,
      random: () => 0,
      onEvent: (event) => events.push(event),
    });
  return {
    world,
    registrar: open(journal),
    events,
    requests,
    trouble: () => {
      expectNoCanary(events);
      return events.flatMap((event) => {
        if (event.type === 'drift') return [`${event.path}: ${event.note}`];
        return event.type === 'retry.scheduled' ? [event.type] : [];
      });
    },
    another: (withJournal = volatileJournal()) => open(withJournal),
    config: settings,
  };
}

/** Whoever prints it in any way must not print a credential or a code. */
export function expectNoCanary(...values: readonly unknown[]): void {
  for (const value of values) {
    const shown = `${inspect(value, { depth: 12, showHidden: true })}\n${JSON.stringify(value)}`;
    expect(shown).not.toContain('CANARY');
  }
}
