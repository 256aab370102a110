import {
  formatMoney,
  toUnicodeDomain,
  type JournalRow,
  type OperationState,
  type Registrar,
  type Testimony,
} from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { wrapText } from '../output/display-width.js';
import { wordOf } from '../paid/operation-words.js';
import { confirm, nothingChanged } from '../session/confirm.js';
import type { Session } from '../session/session.js';
import { showOrder } from './show-order.js';

/** What the person in front of the command has seen, by the verb with which they say so. */
const testimonies = {
  discard: 'not_executed',
  confirm: 'executed',
} as const satisfies Record<string, Testimony>;

export type TestimonyVerb = keyof typeof testimonies;

/** Settles an order by what a person saw in the panel of the registrar, after saying what to look for there. */
export async function testify(
  verb: TestimonyVerb,
  row: JournalRow,
  values: OptionValues,
  registrar: Registrar,
  session: Session,
): Promise<ExitCode> {
  const { operation, state } = row;
  // Nothing to ask about an order that is on record as done.
  if (state.status !== 'done') {
    const text = whatToCheck(row)[verb];
    session.printer.aside(
      ({ width = 80 }) => `${wrapText(text, Math.min(width, 100)).join('\n')}\n`,
    );
    const question = `${questions[verb]} ${titleOf(row)} (${operation.provider}, ${operation.environment})?`;
    if (!(await confirm(question, values.yes, session))) return nothingChanged(session);
  }
  const witnessed = testimonies[verb];
  const outcome = await registrar.reconcileOperation({ operation, witnessed }, session.callOptions);
  return show(row, outcome, session);
}

async function show(row: JournalRow, state: OperationState, session: Session): Promise<ExitCode> {
  if (state.status === 'refused') {
    showOrder(row, state, session);
    session.printer.notice('the order is forgotten; its key and its domain are free again');
    return exitCodes.done;
  }
  const now = (await session.orders?.get(row.operation.id)) ?? row;
  const code = showOrder(now, state, session);
  if (!('overruled' in state)) return code;
  session.printer.notice(
    'not discarded: the order is found to be executed, and that counts more than what was seen in the panel',
  );
  return exitCodes.state;
}

const questions = {
  discard: 'Nothing of it is there: forget',
  confirm: 'It is there: record as executed',
} as const satisfies Record<TestimonyVerb, string>;

function titleOf({ kind, operation, price }: JournalRow): string {
  const what = operation.kind === 'raw' ? operation.command : toUnicodeDomain(operation.domain);
  return `the order "${wordOf(kind)} ${what}"${price === undefined ? '' : ` of ${formatMoney(price)}`}`;
}

/** What the panel of the registrar has to show, in the words of a person who looks for it. */
function whatToCheck(row: JournalRow): Readonly<Record<TestimonyVerb, string>> {
  // The first sending counts too: it can be the one that was charged.
  const sent = new Date(row.startedAt).toISOString().slice(0, 16).replace('T', ' ');
  const trace = traceOf(row);
  const books = `nor a charge for it in the account's transactions since ${sent}Z`;
  return {
    discard: `look into the panel of the registrar first: there must be neither ${trace}, ${books}. If one of them is there, or you cannot tell, answer no: an order that was executed and is forgotten is paid a second time by the next one.`,
    confirm: `look into the panel of the registrar first: there must be ${trace}, or a charge for it in the account's transactions since ${sent}Z. If neither is there, or you cannot tell, answer no: an order that was not executed and is recorded as done is never placed again.`,
  };
}

function traceOf({ operation, guard }: JournalRow): string {
  if (operation.kind === 'raw') return `anything that "${operation.command}" brings`;
  const domain = toUnicodeDomain(operation.domain);
  switch (operation.kind) {
    case 'registerDomain':
      return `the domain ${domain} in the account, also among those that are pending`;
    case 'renewDomain':
      return `a later expiry of ${domain} than ${guard?.expiresOn ?? 'before the order'}`;
    case 'restoreDomain':
      return `the domain ${domain} active again or being restored`;
    case 'transferDomain':
      return `a transfer of ${domain} to the account since then, whatever became of it`;
  }
}
