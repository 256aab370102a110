import type { PricedOperation } from '@registrar-kit/core';

/** What the vendor calls the orders that can be placed here. */
export const orderKinds = {
  registerDomain: 'registration',
  renewDomain: 'renewal',
  restoreDomain: 'rescue',
  transferDomain: 'transfer',
} as const satisfies Record<PricedOperation, string>;

/** The vendor's word for an order. */
export type OrderKind = (typeof orderKinds)[PricedOperation];
