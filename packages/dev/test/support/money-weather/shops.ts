import {
  createRegistrar,
  volatileJournal,
  type OperationJournal,
  type Registrar,
  type RegistrarEvent,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { namecheap } from '@registrar-kit/namecheap';
import { FakeRegistrar, serveSimulator, type RegistryWorld } from '@registrar-kit/testing';
import type { Dice } from '../../../src/crash-test/dice.js';
import { withMeaninglessAnswers } from '../../../src/crash-test/meaningless-answers.js';
import { openSimulator, openWorld, vendorAccounts } from '../../../src/crash-test/vendors.js';
import { JumpingClock } from './jumping-clock.js';

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

const accounts = { ...vendorAccounts, FakeRegistrar: 'harbourbooks' } as const;

/** Where orders are placed. */
export type ShopName = keyof typeof accounts;
export const shopNames = Object.keys(accounts) as readonly ShopName[];

export async function openShop(name: ShopName, dice: Dice): Promise<Shop> {
  const clock = new JumpingClock();
  const account = accounts[name];
  const world = openWorld(account, { clock });
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
  const weather = { dice, share: 0.4, isCalm: () => calm };
  const served = await serveSimulator(withMeaninglessAnswers(openSimulator(name, world), weather));
  const registrar = () => createRegistrar(served.config, [namecheap, domainNameApi], runtime);
  return { ...shop, registrars: [registrar(), registrar()], close: () => served.close() };
}
