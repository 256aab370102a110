import type { Registrar } from '@registrar-kit/core';
import type { Invocation } from '../arguments/invocation.js';
import { connectionOptions } from '../arguments/option-table.js';
import type { AnsweredRow } from '../check/answered-row.js';
import { checkAtLength } from '../check/check-at-length.js';
import { checkEverywhere } from '../check/check-everywhere.js';
import { openCheckOutput, readCheckForm, type CheckOutput } from '../check/check-output.js';
import { exitCodeOfError, exitCodes, type ExitCode } from '../exit-codes.js';
import { readNames } from '../input/read-names.js';
import type { Session } from '../session/session.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

/** So many requests are sent side by side; a list that needs no more has nothing to go on from. */
const requestsAtOnce = 4;

/** `registrar check`. */
export const check: Command = {
  name: 'check',
  summary: 'tell which names can be registered',
  usage: ['check <name...>', 'check --file <file>', 'check -'],
  about: [
    'Names come as arguments, from a file or from standard input (one a line; empty lines and lines that start with # do not count). One row for each name, in the order given.',
    'A name that could not be told is "unknown", never "available". The exit code is 0 also when names are taken, invalid or not sold; where a request failed, it is the one of that failure (5 for a rate limit, else 9), and the rows that were answered are printed all the same.',
    'Long lists run with low priority and keep each answer in the state directory until the end. After Ctrl-C, a failure or a crash the same command with --resume goes on with the next name. What it prints is complete: the rows of the runs before too, each name once.',
    'Where several registrars are configured and none is named, each name is asked of those that sell its ending until one can tell, and the rows say which one did.',
  ],
  options: [...connectionOptions, 'file', 'csv', 'jsonl', 'resume'],
  examples: [
    'registrar check example.com example.co.uk',
    'registrar check --file names.txt --csv > answers.csv',
    'registrar check --file names.txt --csv --resume > answers.csv',
    'cat names.txt | registrar check - --provider domain-name-api',
  ],
  async run(invocation, session) {
    const form = readCheckForm(invocation.values);
    const names = await readNames(invocation, session.io);
    const registrars = await session.connectToAll();
    if (registrars !== undefined) {
      if (invocation.values.resume === true)
        throw new UsageError(
          '--resume goes with one registrar, and several are configured',
          `name one: --registrar ${registrars.names.join('|')}`,
        );
      const everywhere = watchFailures(openCheckOutput(form, session.printer, true));
      await checkEverywhere(names, registrars, session, everywhere);
      return everywhere.exitCode(session.io.signal);
    }
    const registrar = await session.connect('read');
    const output = watchFailures(openCheckOutput(form, session.printer));
    const namesPerRequest = namesPerRequestOf(registrar);
    const resume = invocation.values.resume === true;
    if (names.length <= namesPerRequest * requestsAtOnce) {
      if (resume)
        session.printer.notice(
          'a list this short is asked for in one go, so nothing is kept of it',
        );
      await checkAtOnce(names, registrar, namesPerRequest, session, output);
    } else {
      const goOn = session.commandFor(['check', ...sourceOf(invocation), ...formOf(form)]);
      await checkAtLength({ names, registrar, resume, goOn }, session, output);
    }
    return output.exitCode(session.io.signal);
  },
};

async function checkAtOnce(
  names: readonly string[],
  registrar: Registrar,
  namesPerRequest: number,
  session: Session,
  output: CheckOutput,
): Promise<void> {
  if (names.length > namesPerRequest) reportRequests(names.length, namesPerRequest, session);
  const answers = await registrar.checkAvailability({ domains: names }, session.callOptions);
  for (const row of answers) output.row(session.mark(row));
  output.end();
}

/** Single requests can fail while others are answered: then the rows are worth printing, and the exit code tells. */
function watchFailures(
  output: CheckOutput,
): CheckOutput & { readonly exitCode: (signal: AbortSignal) => ExitCode } {
  let failed: AnsweredRow | undefined;
  return {
    row: (row) => {
      if (row.reason === 'request_failed' || row.reason === 'missing_from_answer') failed ??= row;
      output.row(row);
    },
    end: () => output.end(),
    exitCode: (signal) => {
      if (failed === undefined) return exitCodes.done;
      return failed.error === undefined
        ? exitCodes.provider
        : exitCodeOfError(failed.error.code, signal);
    },
  };
}

function reportRequests(total: number, namesPerRequest: number, session: Session): void {
  let answered = 0;
  session.onEvent((event) => {
    if (event.type !== 'request.answered') return;
    answered = Math.min(total, answered + namesPerRequest);
    session.printer.progress.show(`asked for ${String(answered)} of ${String(total)} names`);
  });
  session.printer.progress.show(`asking for ${String(total)} names`);
}

function namesPerRequestOf({ capabilities }: Registrar): number {
  const capability = capabilities.checkAvailability;
  return capability.support === 'unsupported' ? 1 : capability.namesPerRequest;
}

function sourceOf({ values, words }: Invocation): readonly string[] {
  return [...words, ...(values.file === undefined ? [] : ['--file', values.file])];
}

function formOf(form: ReturnType<typeof readCheckForm>): readonly string[] {
  return form === 'table' ? ['--resume'] : [`--${form}`, '--resume'];
}
