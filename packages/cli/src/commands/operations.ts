import { connectionOptions } from '../arguments/option-table.js';
import { closestWord } from '../arguments/closest-word.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { noWords } from '../input/one-name.js';
import { readWhole } from '../input/read-numbers.js';
import type { OrderBook } from '../journal/order-book.js';
import { orderColumns } from '../journal/order-columns.js';
import { toPlacedOrder } from '../journal/placed-order.js';
import { showOrder } from '../journal/show-order.js';
import type { Session } from '../session/session.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

const actions = ['list', 'show', 'reconcile'] as const;

type Action = (typeof actions)[number];

/** `registrar operations`. */
export const operations: Command = {
  name: 'operations',
  summary: 'the orders of this account, and what became of them',
  usage: ['operations list [--limit <n>]', 'operations show <id>', 'operations reconcile <id>'],
  about: [
    'Orders stand in a journal in the state directory of this machine, for each account; orders to simulators in one of their own. An id may be shortened as long as it means one order.',
    'show tells how an order stands; where the registry is awaited it asks the registrar. reconcile settles an order whose answer was lost, by reading only: nothing is ever ordered again.',
    'The exit code is 8 while it is not known what became of the order, and 6 when it was refused after all. Wait a minute before the next try: the registrar may still be at work.',
  ],
  options: [...connectionOptions, 'limit'],
  examples: [
    'registrar operations list',
    'registrar operations show 3f2a9c01',
    'registrar operations reconcile 3f2a9c01 --simulate --json',
  ],
  async run({ words, values }, session) {
    const [typed = 'list', ...ids] = words;
    const action = readAction(typed);
    if (action === 'list') {
      noWords(ids, 'operations list');
      const limit =
        values.limit === undefined ? 100 : readWhole(values.limit, '--limit', 1, 10_000);
      return list(limit, session);
    }
    const id = readId(ids, action);
    if (values.limit !== undefined)
      throw new UsageError(`operations ${action} has no option --limit`);
    const registrar = await session.connect('orders');
    const row = await ordersOf(session).get(id);
    const input = { operation: row.operation };
    const state =
      action === 'show'
        ? await registrar.getOperation(input, session.callOptions)
        : await registrar.reconcileOperation(input, session.callOptions);
    // A refused order is in the journal no longer; another may stand there differently than before.
    const now = state.status === 'refused' ? row : await ordersOf(session).get(row.operation.id);
    return showOrder(now, state, session);
  },
};

async function list(limit: number, session: Session): Promise<ExitCode> {
  await session.connect('orders');
  const rows = await ordersOf(session).newest(limit);
  session.printer.rows(
    rows.map((row) => session.mark(toPlacedOrder(row))),
    orderColumns,
    'no orders',
  );
  return exitCodes.done;
}

function ordersOf({ orders }: Session): OrderBook {
  if (orders === undefined) throw new Error('connect to the orders first');
  return orders;
}

function readAction(typed: string): Action {
  const found = actions.find((action) => action === typed);
  if (found !== undefined) return found;
  const near = closestWord(typed, actions);
  throw new UsageError(
    `operations cannot "${typed}"`,
    near === undefined ? `choose one of: ${actions.join(', ')}` : `did you mean ${near}?`,
  );
}

function readId([id, extra]: readonly string[], action: Action): string {
  if (id === undefined)
    throw new UsageError(
      `operations ${action} needs the id of an order`,
      'registrar operations list shows them',
    );
  if (extra !== undefined)
    throw new UsageError(`operations ${action} takes one id, "${extra}" is one too many`);
  return id;
}
