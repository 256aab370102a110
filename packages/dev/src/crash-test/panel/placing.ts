import {
  isRegistrarError,
  type OperationState,
  type PaidCallOptions,
  type ReconcileOperationInput,
  type Registrar,
} from '@registrar-kit/core';
import type { Order } from './panel-job.js';
import type { Told } from './panel-line.js';

/** What a purchase answers. */
export type PurchaseResult = Extract<
  OperationState,
  { readonly status: 'done' | 'pending' }
>['result'];

/** Places an order, or throws what the registrar throws. */
export type Buy = (
  order: Order,
  options: Omit<PaidCallOptions, 'dryRun'>,
) => Promise<PurchaseResult>;

/** Places orders as a panel should: it calls the registrar. */
export function buyFrom(registrar: Registrar): Buy {
  return (order, options) => {
    switch (order.kind) {
      case 'registerDomain':
        return registrar.registerDomain(order.input, options);
      case 'renewDomain':
        return registrar.renewDomain(order.input, options);
      case 'restoreDomain':
        return registrar.restoreDomain(order.input, options);
      case 'transferDomain':
        return registrar.transferDomain(order.input, options);
    }
  };
}

/** What the customer is told when a purchase answers. */
export function toldByResult(result: PurchaseResult): Told {
  const { operation, incomplete, charged } = result;
  return {
    outcome: 'done',
    handle: operation,
    incomplete: incomplete.map(({ setting }) => setting),
    ...(charged === undefined ? {} : { charged: charged.amount }),
    text: JSON.stringify(result),
  };
}

/** What the customer is told when a purchase throws. */
export function toldByError(error: unknown): Told {
  if (!isRegistrarError(error)) return { outcome: 'broken', text: String(error) };
  const outcomes = { none: 'refused', applied: 'done', unknown: 'unknown' } as const;
  return {
    outcome: outcomes[error.effect],
    code: error.code,
    ...(error.code === 'OUTCOME_UNKNOWN' ? { handle: error.handle } : {}),
    text: `${error.message} ${JSON.stringify(error)}`,
  };
}

/** Settles an order whose answer was lost, as far as it can be. */
export async function reconcile(
  input: ReconcileOperationInput,
  registrar: Registrar,
  timeoutMs: number,
): Promise<Told> {
  const unknown = { outcome: 'unknown', handle: input.operation } as const;
  try {
    const state = await registrar.reconcileOperation(input, { timeoutMs });
    switch (state.status) {
      case 'done':
      case 'pending':
        return toldByResult(state.result);
      case 'refused':
        return { outcome: 'refused', text: 'reconciling says: refused' };
      case 'unknown':
        return { ...unknown, text: 'reconciling says: unknown' };
      // A transfer cannot have ended, and no raw call was made.
      case 'failed':
      case 'answered':
        return { outcome: 'broken', text: JSON.stringify(state) };
    }
  } catch (error) {
    // Only that it is not on record is about the order; anything else is about the reading, or a testimony that comes too early.
    const told = toldByError(error);
    return told.text.includes('is not in this journal') || told.outcome === 'broken'
      ? told
      : { ...unknown, text: told.text };
  }
}
