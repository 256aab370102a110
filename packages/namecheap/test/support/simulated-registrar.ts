import { afterEach } from '@jest/globals';
import { volatileJournal, type RegistrarEvent } from '@registrar-kit/core';
import { NamecheapRegistrar, type NamecheapConfig } from '@registrar-kit/namecheap';
import {
  createNamecheapSimulator,
  type NamecheapSimulatorOptions,
} from '@registrar-kit/namecheap/simulator';
import {
  createDemoWorld,
  demoAccounts,
  serveSimulator,
  type RegistryWorld,
  type ServedSimulator,
} from '@registrar-kit/testing';

/** Of the shape that the vendor's keys have. */
const canaryKey = '0ca9a4c0ffee4f1d7b90ca9a40000001';

/** A registrar that talks to a simulated vendor over a real socket. */
export interface SimulatedRegistrar {
  readonly registrar: NamecheapRegistrar;
  readonly config: NamecheapConfig;
  readonly world: RegistryWorld;
  readonly events: readonly RegistrarEvent[];
  /** The commands that were sent, such as `domains.dns.getHosts`. */
  readonly commands: () => readonly string[];
}

const open: ServedSimulator[] = [];

afterEach(async () => {
  while (open.length > 0) await open.pop()?.close();
});

/** @throws when the simulator failed at something, at the end of the test. */
export async function simulatedRegistrar(
  options: Partial<NamecheapSimulatorOptions> = {},
): Promise<SimulatedRegistrar> {
  const world = options.world ?? createDemoWorld();
  world.updateAccount(demoAccounts.user.id, { keys: { test: canaryKey } });
  const simulator = createNamecheapSimulator({ world, quota: { speed: 1000 }, ...options });
  const served = await serveSimulator(simulator);
  open.push(served);
  const events: RegistrarEvent[] = [];
  const config = served.config as unknown as NamecheapConfig;
  const registrar = new NamecheapRegistrar(config, {
    journal: volatileJournal(),
    random: () => 0,
    onEvent: (event) => events.push(event),
  });
  const commands = (): readonly string[] =>
    events.flatMap((event) =>
      event.type === 'request.sent' ? [event.target.replace('namecheap.', '')] : [],
    );
  return { registrar, config, world, events, commands };
}

/** What the registrar reported as not being as documented. */
export function driftIn({ events }: SimulatedRegistrar): readonly string[] {
  return events.flatMap((event) =>
    event.type === 'drift' ? [`${event.target} ${event.path}: ${event.note}`] : [],
  );
}
