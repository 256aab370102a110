import { formatMoney, type JournalRow, type OperationState } from '@registrar-kit/core';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import type { Field } from '../output/record.js';
import { wordOf } from '../paid/operation-words.js';
import { purchaseFields } from '../paid/purchase-fields.js';
import type { Session } from '../session/session.js';
import { sourceField } from '../session/show.js';
import { statusStyles, subjectOf } from './order-columns.js';
import { toPlacedOrder, type PlacedOrder } from './placed-order.js';

/** Prints how an order stands, and what to do while that is not known. */
export function showOrder(row: JournalRow, state: OperationState, session: Session): ExitCode {
  const order = toPlacedOrder(row);
  switch (state.status) {
    case 'refused': {
      const refused = session.mark({ ...order, status: state.status });
      const status = 'refused: nothing was bought, the order can be placed again';
      session.printer.record(refused, orderFields(order, status, refused.simulated));
      return exitCodes.state;
    }
    case 'failed': {
      const { cause, reason } = state;
      const failed = session.mark({
        ...order,
        status: state.status,
        ...(cause === undefined ? {} : { cause }),
        ...(reason === undefined ? {} : { reason }),
      });
      session.printer.record(failed, [
        ...orderFields({ ...order, status: state.status }, undefined, failed.simulated),
        ['cause', cause],
        ['reason', reason],
      ]);
      return exitCodes.state;
    }
    case 'answered': {
      const answered = session.mark(order);
      const status = 'answered: the registrar took the call; what it answered is not kept';
      session.printer.record(answered, orderFields(order, status, answered.simulated));
      return exitCodes.done;
    }
    case 'unknown': {
      const open = session.mark(order);
      session.printer.record(open, orderFields(order, undefined, open.simulated));
      session.printer.notice(whatToDo(order, session));
      return exitCodes.unknownOutcome;
    }
    case 'done':
    case 'pending': {
      // That the journal answered is nothing new to somebody who asked it.
      const result = { ...state.result, replayed: false };
      const settled = session.mark({ ...order, status: state.status, result });
      session.printer.record(settled, [
        ['id', order.id],
        ['operation', wordOf(order.operation)],
        ...purchaseFields(result),
        ['started', order.startedAt],
        sourceField(settled.simulated),
      ]);
      return exitCodes.done;
    }
  }
}

function whatToDo(order: PlacedOrder, session: Session): string {
  const type = (action: 'reconcile' | 'discard' | 'confirm'): string =>
    `  ${session.operationsCommand(action, order.id)}`;
  const isRaw = order.operation === 'raw';
  return [
    ...(isRaw
      ? [
          'it is not known what became of this call, and nothing can be read about it: look into the panel of the registrar before sending it again.',
        ]
      : [
          'it is not known what became of this order: do not order again. Settle it, now or later, with:',
          type('reconcile'),
          'When no reading settles it, look into the panel of the registrar.',
        ]),
    'When it was not executed:',
    type('discard'),
    'When it was:',
    type('confirm'),
  ].join('\n');
}

function orderFields(
  order: PlacedOrder,
  status: string | undefined,
  simulated: boolean,
): readonly Field[] {
  return [
    ['id', order.id],
    ['operation', wordOf(order.operation)],
    [order.domain === undefined ? 'command' : 'domain', subjectOf(order)],
    ['years', order.years === undefined ? undefined : String(order.years)],
    ['status', status ?? { text: statusTexts[order.status], style: statusStyles[order.status] }],
    ['because', status === undefined ? order.because : undefined],
    ['repeatable', status === undefined ? repeatText(order) : undefined],
    ['key', order.idempotencyKey],
    ['price', order.price === undefined ? 'not known' : formatMoney(order.price)],
    ['started', order.startedAt],
    ['provider', `${order.provider}, ${order.environment}`],
    sourceField(simulated),
  ];
}

const statusTexts = {
  started: 'started: being sent, or the process that sent it ended',
  unknown: 'unknown: the answer was lost',
  pending: 'pending',
  failed:
    'failed: paid, and ended without the domain; whether the charge is given back is for the registrar to say',
  done: 'done',
} as const satisfies Record<PlacedOrder['status'], string>;

function repeatText({ repeatableAt }: PlacedOrder): string | undefined {
  return repeatableAt === undefined
    ? undefined
    : `from ${repeatableAt} on, as the same order under the same key: it is looked for once more, and sent again when nothing shows it`;
}
