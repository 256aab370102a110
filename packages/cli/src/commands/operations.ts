import { connectionOptions } from '../arguments/option-table.js';
import { readVerb } from '../arguments/read-verb.js';
import { refuseOptions } from '../arguments/refuse-options.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { noWords } from '../input/one-name.js';
import { readWhole } from '../input/read-numbers.js';
import type { OrderBook } from '../journal/order-book.js';
import { orderColumns } from '../journal/order-columns.js';
import { toPlacedOrder } from '../journal/placed-order.js';
import { showOrder } from '../journal/show-order.js';
import { testify, type TestimonyVerb } from '../journal/testify.js';
import { waitForOrder } from '../journal/wait-for-order.js';
import { assertAnswerable } from '../session/confirm.js';
import type { Session } from '../session/session.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

const verbs = ['list', 'show', 'wait', 'reconcile', 'discard', 'confirm'] as const;

type Verb = (typeof verbs)[number];

/** `registrar operations`. */
export const operations: Command = {
  name: 'operations',
  summary: 'the orders of this account, and what became of them',
  usage: [
    'operations [list] [--limit <n>]',
    'operations show <id>',
    'operations wait <id> [--timeout <seconds>]',
    'operations reconcile <id>',
    'operations discard|confirm <id> [--yes]',
  ],
  about: [
    'Orders stand in a journal in the state directory of this machine, for each account; orders to simulators in one of their own. An id may be shortened as long as it means one order.',
    'show tells how an order stands; where the registry is awaited it asks the registrar. wait does so again and again, ever more rarely, until the order is settled; a transfer takes days, and it does not mind when the waiting is ended with Ctrl-C and taken up again later. reconcile settles an order whose answer was lost, by reading only: nothing is ever ordered again.',
    'discard and confirm are for an order that no reading settles, when somebody has looked into the panel of the registrar: discard says that it was not executed, which forgets it and frees its key and its domain, and confirm says that it was, which records it as done. The command says what to look for, and asks. It is read first all the same: what is found counts more than what was seen. Nothing can be discarded while the order may still be under way, and not within 15 minutes after its answer was lost.',
    'The exit code is 8 while it is not known what became of the order, and 6 when it was paid and ended without the domain. Wait a minute before the next try: the registrar may still be at work.',
  ],
  options: [...connectionOptions, 'limit', 'timeout', 'yes'],
  examples: [
    'registrar operations list',
    'registrar operations show 3f2a9c01',
    'registrar operations wait 3f2a9c01 --timeout 3600',
    'registrar operations reconcile 3f2a9c01 --simulate --json',
    'registrar operations discard 3f2a9c01',
  ],
  async run({ words, values }, session) {
    const { verb = 'list', rest } = readVerb(words, verbs, 'operations');
    const use = `operations ${verb}`;
    if (verb !== 'list') refuseOptions(values, ['limit'], use);
    if (verb !== 'wait') refuseOptions(values, ['timeout'], use);
    const testifies = verb === 'discard' || verb === 'confirm';
    if (!testifies) refuseOptions(values, ['yes'], use);
    if (verb === 'list') {
      noWords(rest, use);
      const limit =
        values.limit === undefined ? 100 : readWhole(values.limit, '--limit', 1, 10_000);
      return list(limit, session);
    }
    const id = readId(rest, use);
    const timeoutMs = readTimeout(values.timeout);
    if (testifies) assertAnswerable(values.yes, session);
    const registrar = await session.connect('orders');
    const row = await ordersOf(session).get(id);
    if (testifies) return testify(verb, row, values, registrar, session);
    const state = await calls[verb](registrar, row.operation, timeoutMs, session);
    // A refused order is in the journal no longer; another may stand there differently than before.
    const now = state.status === 'refused' ? row : await ordersOf(session).get(row.operation.id);
    return showOrder(now, state, session);
  },
};

const calls = {
  show: (registrar, operation, _timeoutMs, { callOptions }) =>
    registrar.getOperation({ operation }, callOptions),
  wait: waitForOrder,
  reconcile: (registrar, operation, _timeoutMs, { callOptions }) =>
    registrar.reconcileOperation({ operation }, callOptions),
} as const satisfies Record<Exclude<Verb, 'list' | TestimonyVerb>, typeof waitForOrder>;

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

function readTimeout(text: string | undefined): number | undefined {
  return text === undefined ? undefined : readWhole(text, '--timeout', 1, 999_999) * 1000;
}

function readId([id, extra]: readonly string[], use: string): string {
  if (id === undefined)
    throw new UsageError(`${use} needs the id of an order`, 'registrar operations list shows them');
  if (extra !== undefined) throw new UsageError(`${use} takes one id, "${extra}" is one too many`);
  return id;
}
