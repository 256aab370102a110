import { isRegistrarError, money, type OperationHandle } from '@registrar-kit/core';
import { canaryAuthCode, canaryContacts } from '../canaries.js';
import { foreignDomain, freeDomain, lapsedDomain, ownDomain, type Shop } from '../shop.js';
import type { Scene } from './scene.js';

const price = { atMost: money('900.00', 'USD') };

function paid(operation: Scene['operation'], act: Scene['act'], more: Partial<Scene> = {}): Scene {
  return { title: operation, operation, kind: 'paid', act, ...more };
}

function register(shop: Shop, more: object = {}): Promise<unknown> {
  const order = { domain: freeDomain, years: 1, contacts: canaryContacts, price };
  return shop.registrar.registerDomain({ ...order, ...more });
}

function transfer(shop: Shop, more: object = {}): Promise<{ readonly operation: OperationHandle }> {
  const order = { domain: foreignDomain, authCode: canaryAuthCode, price };
  return shop.registrar.transferDomain({ ...order, ...more });
}

/** Starts a transfer whose answer may be spoilt already, and looks for what became of it. */
function after(
  operation: 'getOperation' | 'waitForOperation' | 'reconcileOperation',
): Scene['act'] {
  return async (registrar, shop) => {
    let handle: OperationHandle;
    try {
      handle = (await transfer(shop)).operation;
    } catch (error) {
      if (!isRegistrarError(error, 'OUTCOME_UNKNOWN')) throw error;
      handle = error.handle;
    }
    // The order may never have reached the vendor.
    if (shop.world.ledger().length > 0) shop.world.transfers.settle(foreignDomain);
    return operation === 'waitForOperation'
      ? registrar.waitForOperation({ operation: handle }, { timeoutMs: 600_000 })
      : registrar[operation]({ operation: handle });
  };
}

/** Every operation that charges, and those that look for what became of it. */
export const paidScenes: readonly Scene[] = [
  paid('registerDomain', (_registrar, shop) => register(shop)),
  paid('registerDomain', (_registrar, shop) => register(shop, { price: 'listed' }), {
    title: 'registerDomain at the listed price',
  }),
  paid(
    'registerDomain',
    (_registrar, shop) => register(shop, { privacy: true, lock: true, years: 2 }),
    { title: 'registerDomain with wishes' },
  ),
  paid('renewDomain', (registrar, { world }) =>
    registrar.renewDomain({
      domain: ownDomain,
      years: 1,
      expectedExpiresOn: world.find(ownDomain)?.expiresOn ?? '',
      price,
    }),
  ),
  paid('restoreDomain', (registrar) => registrar.restoreDomain({ domain: lapsedDomain, price })),
  paid('transferDomain', (_registrar, shop) => transfer(shop)),
  paid(
    'transferDomain',
    (_registrar, shop) =>
      transfer(shop, { contacts: canaryContacts, privacy: true, price: 'listed' }),
    { title: 'transferDomain with wishes' },
  ),
  paid('getOperation', after('getOperation')),
  paid('waitForOperation', after('waitForOperation')),
  paid('reconcileOperation', after('reconcileOperation')),
];
