import type { ListTransfersInput } from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import { connectionOptions } from '../arguments/option-table.js';
import { readVerb } from '../arguments/read-verb.js';
import { refuseOptions } from '../arguments/refuse-options.js';
import type { ExitCode } from '../exit-codes.js';
import { noWords, oneName } from '../input/one-name.js';
import { readWhole } from '../input/read-numbers.js';
import { transferColumns, transferFields } from '../output/transfer-columns.js';
import type { Session } from '../session/session.js';
import { showRecord, showRows } from '../session/show.js';
import { takeAll } from '../session/take-all.js';
import { transferActions } from '../transfers/transfer-actions.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

const verbs = ['list', 'show', 'check', 'resubmit', 'cancel', 'approve', 'reject'] as const;

/** `registrar transfers`. */
export const transfers: Command = {
  name: 'transfers',
  summary: 'transfers of domains, and how they stand',
  usage: [
    'transfers [list] [--status <pending|done|failed>] [--search <text>] [--limit <n>]',
    'transfers [show] <name>',
    'transfers check <name> [--auth-code-file <file>]',
    'transfers resubmit <name>',
    'transfers cancel|approve|reject <name> [--yes]',
  ],
  about: [
    'list and show are about domains on their way here; registrar transfer starts one. check tells whether a domain can be brought here, and with its auth code (see registrar transfer --help) whether the code is right. resubmit starts a failed one again without another charge, cancel ends one.',
    'approve and reject answer for a domain of yours that another registrar asks for: approve lets it go.',
    'cancel, approve and reject ask on a terminal; elsewhere --yes is needed.',
  ],
  options: [...connectionOptions, 'status', 'search', 'limit', 'auth-code-file', 'yes'],
  examples: [
    'registrar transfers --status pending',
    'registrar transfers example.com --json',
    'registrar transfers check elsewhere-bakery.com --provider domain-name-api --simulate',
  ],
  async run({ words, values }, session) {
    const { verb = words.length === 0 ? 'list' : 'show', rest } = readVerb(
      words,
      verbs,
      'transfers',
    );
    const use = `transfers ${verb}`;
    if (verb !== 'list') refuseOptions(values, ['status', 'search', 'limit'], use);
    if (verb !== 'check') refuseOptions(values, ['auth-code-file'], use);
    if (verb === 'list') {
      noWords(rest, use);
      return list(values, session);
    }
    const domain = oneName(rest, use);
    if (verb !== 'show') return transferActions[verb](domain, values, session);
    const registrar = await session.connect('read', { domain });
    const found = await registrar.getTransfer({ domain }, session.callOptions);
    return showRecord(found, transferFields, session);
  },
};

async function list(values: OptionValues, session: Session): Promise<ExitCode> {
  const limit =
    values.limit === undefined ? Infinity : readWhole(values.limit, '--limit', 1, 1_000_000);
  const status = readStatus(values.status);
  const input: ListTransfersInput = {
    ...(status === undefined ? {} : { status }),
    ...(values.search === undefined ? {} : { search: values.search }),
  };
  const registrar = await session.connect('read');
  const found = registrar.listTransfers(input, session.callOptions);
  const rows = await takeAll(found, limit, 'transfers', session);
  return showRows(rows, transferColumns, 'no transfers', session);
}

function readStatus(text: string | undefined): ListTransfersInput['status'] {
  if (text === undefined || text === 'pending' || text === 'done' || text === 'failed') return text;
  throw new UsageError(`--status is "${text}"`, 'give pending, done or failed');
}
