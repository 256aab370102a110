import { createRegistrar, volatileJournal, type Registrar } from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { namecheap } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  createDemoWorld,
  FakeRegistrar,
  serveSimulator,
  type RegistrarSimulator,
  type RegistryWorld,
} from '@registrar-kit/testing';
import { ShiftedClock } from './shifted-clock.js';

/** A registrar that plays the script, and the world behind it. */
export interface Subject {
  readonly registrar: Registrar;
  readonly world: RegistryWorld;
  readonly clock: ShiftedClock;
  readonly close: () => Promise<void>;
}

/** Quota is proved elsewhere; here nobody should have to wait for it. */
const windows = [{ limit: 10_000, windowMs: 1000 }];
const unlimited = { windows };
const unhurried = { api: { windows } };

/** The vendor's wire format, over real sockets. */
async function overTheWire(
  simulatorFor: (world: RegistryWorld) => RegistrarSimulator,
): Promise<Subject> {
  const clock = new ShiftedClock();
  const world = createDemoWorld({ clock });
  const served = await serveSimulator(simulatorFor(world));
  const config = { ...served.config, quota: unhurried };
  const registrar = createRegistrar(config, [namecheap, domainNameApi], {
    clock,
    journal: volatileJournal({ now: () => clock.now() }),
  });
  return { registrar, world, clock, close: () => served.close() };
}

/** The fake, which offers everything: whatever another one tells must be what it tells. */
export const reference = 'FakeRegistrar';

/** Everybody who plays the script. Only here does a provider have a name. */
export const subjects: Readonly<Record<string, () => Promise<Subject>>> = {
  [reference]: () => {
    const clock = new ShiftedClock();
    const world = createDemoWorld({ clock });
    const close = (): Promise<void> => Promise.resolve();
    return Promise.resolve({ registrar: new FakeRegistrar({ world }), world, clock, close });
  },
  namecheap: () => overTheWire((world) => createNamecheapSimulator({ world, quota: unlimited })),
  'domain-name-api': () =>
    overTheWire((world) => createDomainNameApiSimulator({ world, quota: unlimited })),
};
