import {
  createRegistrar,
  money,
  volatileJournal,
  type OperationJournal,
  type Registrar,
  type RegistrarEvent,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { namecheap } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  FakeRegistrar,
  RegistryWorld,
  serveSimulator,
  type RegistrarSimulator,
} from '@registrar-kit/testing';
import { JumpingClock } from './jumping-clock.js';
import type { Dice } from './dice.js';
import { withMeaninglessAnswers } from './meaningless-answers.js';

/** Two registrars over one journal, as two processes have it, and everything about them in reach. */
export interface Shop {
  readonly world: RegistryWorld;
  readonly clock: JumpingClock;
  readonly account: string;
  readonly journal: OperationJournal;
  readonly registrars: readonly [Registrar, Registrar];
  readonly events: readonly RegistrarEvent[];
  /** From now on answers are what the registrar says, and no fault strikes. */
  calmDown(): void;
  close(): Promise<void>;
}

/** Each vendor has its own form of it. */
const accounts = {
  namecheap: 'harbourbooks',
  'domain-name-api': '0c0ffee0-1111-4222-8333-444455556666',
  FakeRegistrar: 'harbourbooks',
} as const;

/** Where orders are placed. */
export type ShopName = keyof typeof accounts;
export const shopNames = Object.keys(accounts) as readonly ShopName[];

const key = '0ca9a4c0ffee4f1d7b90ca9a40000001';
const quota = { windows: [{ limit: 100_000, windowMs: 8 }] };

export async function openShop(name: ShopName, dice: Dice): Promise<Shop> {
  const clock = new JumpingClock();
  const world = new RegistryWorld({ clock });
  const account = accounts[name];
  world.addAccount({ id: account, keys: { test: key }, balances: [money('100000.00', 'USD')] });
  const journal = volatileJournal({ now: () => clock.now() });
  const events: RegistrarEvent[] = [];
  const runtime = {
    clock,
    journal,
    random: () => 0,
    onEvent: (event: RegistrarEvent) => void events.push(event),
  };
  let calm = false;
  const calmDown = (): void => {
    calm = true;
    world.faults.clear();
  };
  const shop = { world, clock, account, journal, events, calmDown };
  if (name === 'FakeRegistrar') {
    const registrar = () => new FakeRegistrar({ world, runtime });
    const registrars = [registrar(), registrar()] as const;
    return { ...shop, registrars, close: () => Promise.resolve() };
  }
  const simulator: RegistrarSimulator =
    name === 'namecheap'
      ? createNamecheapSimulator({ world, quota })
      : createDomainNameApiSimulator({ world, quota });
  const served = await serveSimulator(withMeaninglessAnswers(simulator, dice, () => calm));
  const registrar = () => createRegistrar(served.config, [namecheap, domainNameApi], runtime);
  return { ...shop, registrars: [registrar(), registrar()], close: () => served.close() };
}
