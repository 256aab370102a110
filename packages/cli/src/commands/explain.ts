import {
  explainFailure,
  type FailureExplanation,
  type RegistrarProvider,
} from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import type { CommandIo } from '../command-io.js';
import type { Exchange } from '../exchange/exchange.js';
import { acceptedForms, readExchanges } from '../exchange/read-exchanges.js';
import { recogniseProvider } from '../exchange/recognise-provider.js';
import { exitCodes } from '../exit-codes.js';
import { readWhole } from '../input/read-numbers.js';
import { readStandardInput, readTextFile } from '../input/read-text-file.js';
import { explanationLines } from '../output/describe-explanation.js';
import { loadProviders, providerIds, readProviderId, type ProviderId } from '../providers.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

/** `registrar explain`. */
export const explain: Command = {
  name: 'explain',
  summary: 'say what a failure in another program means',
  usage: ['explain [<file> | -] [--provider <id>] [--entry <n>]'],
  about: [
    'Reads a request and its answer as a module log, a HAR file, curl or a debugger shows them, from a file or from standard input, and says what went wrong, who must act and what to do. Nothing is sent. Keys, auth codes and contacts are taken out at once and never shown.',
    `These forms ${acceptedForms}.`,
    'Of a HAR file the first failure is explained and the others are named; --entry chooses. Without --provider the registrar is recognised by the host. The exit code is 0 when the exchange could be explained.',
  ],
  options: ['provider', 'entry'],
  examples: [
    'registrar explain failure.txt',
    'pbpaste | registrar explain - --provider namecheap',
    'registrar explain session.har --entry 12 --json',
  ],
  async run({ words, values }, session) {
    const { io, printer } = session;
    const exchanges = readExchanges(await readPaste(words, io));
    const providers = await loadProviders();
    const { explanation, entry, otherFailures } = await explainOne(exchanges, values, providers);
    if (otherFailures.length > 0)
      printer.notice(
        `more entries failed: ${otherFailures.join(', ')}; --entry chooses one of them`,
      );
    const { error, ...rest } = explanation;
    printer.report(
      { ...(entry === undefined ? {} : { entry }), ...rest, error: error ?? null, otherFailures },
      (layout) => explanationLines(explanation, entry, layout),
    );
    return exitCodes.done;
  },
};

async function readPaste(words: readonly string[], io: CommandIo): Promise<string> {
  const [file, extra] = words;
  if (extra !== undefined)
    throw new UsageError('explain takes one file', 'registrar explain failure.txt');
  if (file === undefined && io.stdin.isTTY === true)
    throw new UsageError(
      'explain needs a file, or a text on standard input',
      `registrar explain failure.txt; ${acceptedForms}`,
    );
  return file === undefined || file === '-' ? readStandardInput(io) : readTextFile(file, io);
}

interface Explained {
  readonly explanation: FailureExplanation;
  readonly entry: number | undefined;
  /** Entries of the same file that failed as well. */
  readonly otherFailures: readonly number[];
}

async function explainOne(
  exchanges: readonly Exchange[],
  values: OptionValues,
  providers: readonly RegistrarProvider[],
): Promise<Explained> {
  const named = values.provider === undefined ? undefined : readProviderId(values.provider);
  const chosen = values.entry === undefined ? exchanges : [entryOf(exchanges, values.entry)];
  const explained = [];
  for (const { failure, entry } of chosen) {
    const recognised = recogniseProvider(failure);
    // A browser talks to many others meanwhile; what stands alone is what its owner says it is.
    if (named !== undefined && chosen.length > 1 && recognised !== named) continue;
    const provider = providers.find(({ id }) => id === (named ?? recognised));
    if (provider === undefined) continue;
    explained.push({ explanation: await explainFailure(provider, failure), entry });
  }
  const [only] = explained;
  if (only === undefined) throw unrecognised(exchanges.length, named);
  const failed = explained.filter(({ explanation }) => !explanation.succeeded);
  const [first, ...others] = failed;
  if (first === undefined && explained.length > 1)
    throw new UsageError(
      `none of the ${String(explained.length)} entries of the registrar reports a failure`,
      'choose one with --entry to have it explained all the same',
    );
  return {
    ...(first ?? only),
    otherFailures: others.flatMap(({ entry }) => (entry === undefined ? [] : [entry])),
  };
}

function entryOf(exchanges: readonly Exchange[], text: string): Exchange {
  const wanted = readWhole(text, '--entry', 1, 999_999_999);
  const found = exchanges.find(({ entry = 1 }) => entry === wanted);
  if (found !== undefined) return found;
  throw new UsageError(
    `there is no entry ${String(wanted)} with an answer`,
    `there are ${String(exchanges.length)} such entries, counted from 1`,
  );
}

function unrecognised(count: number, named: ProviderId | undefined): UsageError {
  const subject = count === 1 ? 'the exchange' : `each of the ${String(count)} entries`;
  return named === undefined
    ? new UsageError(
        `nothing tells which registrar ${subject} was with`,
        `name it with --provider: ${providerIds.join(' or ')}`,
      )
    : new UsageError(
        `${subject} seems to be with somebody else than ${named}`,
        'choose one with --entry to have it explained all the same',
      );
}
