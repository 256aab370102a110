import {
  createRegistrar,
  isRegistrarError,
  money,
  volatileJournal,
  type OperationHandle,
  type OperationState,
  type PricedOperation,
  type Registrar,
  type RegistrarEvent,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { namecheap } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { aContactSet, RegistryWorld, serveSimulator } from '@registrar-kit/testing';
import { dayOf, type Scene, type Setting } from './scenes.js';

/** Each vendor has its own form of an account. */
const vendors = {
  namecheap: { account: 'harbourbooks', simulate: createNamecheapSimulator },
  'domain-name-api': {
    account: '0c0ffee0-1111-4222-8333-444455556666',
    simulate: createDomainNameApiSimulator,
  },
} as const;

export type VendorName = keyof typeof vendors;

/** What a reading made of an order whose answer was lost. */
export interface Reading {
  readonly state: OperationState;
  /** The vendor's commands or paths that were read for it, each once. */
  readonly reads: readonly string[];
  /** How often the lost order itself was carried out: never, so that what was read is the scene's alone. */
  readonly executed: number;
}

/** Plays a scene: loses an order before the vendor executes it, lets the world go on, and reads what became of it. */
export async function readLostOrder(
  vendor: VendorName,
  operation: PricedOperation,
  scene: Scene,
): Promise<Reading> {
  const { account, simulate } = vendors[vendor];
  const world = new RegistryWorld();
  const key = '0ca9a4c0ffee4f1d7b90ca9a40000001';
  world.addAccount({ id: account, keys: { test: key }, balances: [money('1000.00', 'USD')] });
  const setting: Setting = { world, account, domain: 'harbour-books.com', authCode: 'A1b2-C3d4' };
  const events: RegistrarEvent[] = [];
  const served = await serveSimulator(simulate({ world, quota: { speed: 1000 } }));
  try {
    const registrar = createRegistrar(served.config, [namecheap, domainNameApi], {
      journal: volatileJournal(),
      random: () => 0,
      onEvent: (event) => {
        events.push(event);
      },
    });
    scene.before?.(setting);
    world.faults.add({ fault: 'answer-lost-before-commit', operation });
    const before = world.ledger().length;
    const handle = await lose(place(registrar, operation, setting));
    const executed = world.ledger().length - before;
    world.faults.clear();
    scene.then(setting);
    events.length = 0;
    const state = await registrar.reconcileOperation({ operation: handle });
    const sent = events.flatMap((event) => (event.type === 'request.sent' ? [event.target] : []));
    return { state, reads: [...new Set(sent)], executed };
  } finally {
    await served.close();
  }
}

function place(
  registrar: Registrar,
  operation: PricedOperation,
  setting: Setting,
): Promise<unknown> {
  const { domain, authCode } = setting;
  const price = { atMost: money('500.00', 'USD') };
  switch (operation) {
    case 'registerDomain':
      return registrar.registerDomain({ domain, years: 1, contacts: aContactSet(), price });
    case 'renewDomain': {
      const expectedExpiresOn = dayOf(setting, 100);
      return registrar.renewDomain({ domain, years: 1, expectedExpiresOn, price });
    }
    case 'restoreDomain':
      return registrar.restoreDomain({ domain, price });
    case 'transferDomain':
      return registrar.transferDomain({ domain, authCode, price });
  }
}

async function lose(order: Promise<unknown>): Promise<OperationHandle> {
  const error: unknown = await order.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (isRegistrarError(error, 'OUTCOME_UNKNOWN')) return error.handle;
  throw new Error(`the order was not lost: ${String(error)}`);
}
