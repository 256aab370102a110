import { parseArgs } from 'node:util';

/** What a run was asked for. */
export interface BenchOptions {
  readonly names: readonly string[];
  readonly rounds: number;
  readonly quick: boolean;
  readonly json: boolean;
  readonly readme: boolean;
}

/** The command was not understood; the message is for the person who gave it. */
export class UsageError extends Error {}

const DEFAULT_ROUNDS = 9;

/**
 * @param known - the names of all benchmarks, which is also the choice when none is named
 * @throws UsageError
 */
export function readOptions(args: readonly string[], known: readonly string[]): BenchOptions {
  const parse = () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        readme: { type: 'boolean', default: false },
        rounds: { type: 'string' },
      },
    });
  const { values, positionals } = orUsage(parse, known);
  const { quick, json, readme } = values;
  const stranger = positionals.find((name) => !known.includes(name));
  if (stranger !== undefined) throw usage(`there is no benchmark "${stranger}"`, known);
  const rounds = values.rounds ?? String(quick ? 1 : DEFAULT_ROUNDS);
  if (!/^[1-9]\d{0,2}$/.test(rounds))
    throw usage(`--rounds takes a number from 1 to 999, not "${rounds}"`, known);
  if (readme && (quick || positionals.length > 0))
    throw usage('--readme takes a full run of all benchmarks', known);
  return {
    names: positionals.length === 0 ? known : [...new Set(positionals)],
    rounds: Number(rounds),
    quick,
    json,
    readme,
  };
}

function orUsage<Parsed>(parse: () => Parsed, known: readonly string[]): Parsed {
  try {
    return parse();
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error), known);
  }
}

function usage(problem: string, known: readonly string[]): UsageError {
  return new UsageError(
    [
      problem,
      'usage: bench [--json] [--rounds <number>] [--quick] [--readme] [benchmark …]',
      `benchmarks: ${known.join(', ')}`,
    ].join('\n'),
  );
}
