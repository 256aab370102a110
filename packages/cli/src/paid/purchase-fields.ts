import { formatMoney, toUnicodeDomain, type OperationState } from '@registrar-kit/core';
import type { Field } from '../output/record.js';

/** What any paid command came to. */
export type PurchaseResult = Extract<OperationState, { readonly result: unknown }>['result'];

/** A purchase as lines. */
export function purchaseFields(result: PurchaseResult): readonly Field[] {
  const { status, operation, charged, exceededConsent } = result;
  return [
    ['domain', toUnicodeDomain(result.domain)],
    [
      'status',
      status === 'done'
        ? { text: 'done', style: 'green' }
        : { text: 'pending: paid and accepted, the registry is awaited', style: 'yellow' },
    ],
    ['years', 'years' in result ? String(result.years) : undefined],
    ['expired on', 'previousExpiresOn' in result ? result.previousExpiresOn : undefined],
    [
      'expires on',
      // A transfer ends long after its order.
      operation.kind === 'transferDomain'
        ? undefined
        : 'expiresOn' in result
          ? result.expiresOn
          : 'not stated yet',
    ],
    ['transfer', 'transferId' in result ? result.transferId : undefined],
    ['charged', charged === undefined ? 'not stated by the registrar' : formatMoney(charged)],
    [
      'above agreed',
      exceededConsent === undefined
        ? undefined
        : { text: formatMoney(exceededConsent), style: 'red' },
    ],
    ['order', operation.vendorRef ?? operation.id],
    [
      'recovered',
      result.witnessed === true
        ? 'yes: the answer was lost, somebody saw in the panel that it was executed'
        : result.recovered
          ? 'yes: the answer was lost, reading proved the order'
          : undefined,
    ],
    ['replayed', result.replayed ? 'yes: bought by an earlier call' : undefined],
    ['provider', `${operation.provider}, ${operation.environment}`],
  ];
}
