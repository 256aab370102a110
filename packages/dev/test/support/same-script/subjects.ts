import { createRegistrar, volatileJournal, type Registrar } from '@registrar-kit/core';
import {
  createDemoWorld,
  FakeRegistrar,
  serveSimulator,
  type RegistryWorld,
} from '@registrar-kit/testing';
import { adapters, type Adapter } from '../adapters.js';
import { ShiftedClock } from './shifted-clock.js';

/** A registrar that plays the script, and the world behind it. */
export interface Subject {
  readonly registrar: Registrar;
  readonly world: RegistryWorld;
  readonly clock: ShiftedClock;
  readonly close: () => Promise<void>;
}

/** Quota is proved elsewhere; here nobody should have to wait for it. */
const quota = { windows: [{ limit: 10_000, windowMs: 1000 }] };

/** The vendor's wire format, over real sockets. */
async function overTheWire({ provider, createSimulator }: Adapter): Promise<Subject> {
  const clock = new ShiftedClock();
  const world = createDemoWorld({ clock });
  const served = await serveSimulator(createSimulator({ world, quota }));
  const registrar = createRegistrar(served.config, [provider], {
    clock,
    journal: volatileJournal({ now: () => clock.now() }),
  });
  return { registrar, world, clock, close: () => served.close() };
}

/** The fake, which offers everything: whatever another one tells must be what it tells. */
export const reference = 'FakeRegistrar';

/** Everybody who plays the script. */
export const subjects: Readonly<Record<string, () => Promise<Subject>>> = {
  [reference]: () => {
    const clock = new ShiftedClock();
    const world = createDemoWorld({ clock });
    const close = (): Promise<void> => Promise.resolve();
    return Promise.resolve({ registrar: new FakeRegistrar({ world }), world, clock, close });
  },
  ...Object.fromEntries(
    adapters.map((adapter) => [adapter.provider.id, () => overTheWire(adapter)]),
  ),
};
