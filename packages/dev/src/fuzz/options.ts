import { parseArgs } from 'node:util';

const partNames = ['replies', 'inputs'] as const;
export type PartName = (typeof partNames)[number];

/** What a run was asked for. */
export interface FuzzOptions {
  /** Cases of each part: as many replies, and a tenth of it inputs. */
  readonly runs: number;
  readonly seed: number;
  /** Of a failure, as the report tells it: only that case is played. */
  readonly path?: string;
  readonly parts: readonly PartName[];
  /** Processes side by side. */
  readonly jobs: number;
  readonly json: boolean;
}

/** The command was not understood; the message is for the person who gave it. */
export class UsageError extends Error {}

const usual = { runs: 200_000, jobs: 2 };
/** How many replies there are for each input. */
export const repliesPerInput = 10;
/** Higher than any that a report names: batches and processes count on from the seed of the run. */
const highestSeed = 2 ** 31 - 1;

/** @throws UsageError */
export function readOptions(args: readonly string[], randomSeed: () => number): FuzzOptions {
  const { runs, seed, jobs, path, part, json } = orUsage(() =>
    parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        jobs: { type: 'string' },
        part: { type: 'string' },
        path: { type: 'string' },
        runs: { type: 'string' },
        seed: { type: 'string' },
      },
    }),
  ).values;
  const chosen = partNames.find((name) => name === part);
  if (part !== undefined && chosen === undefined)
    throw usage(`--part takes ${partNames.join(' or ')}, not "${part}"`);
  if (path !== undefined && (seed === undefined || chosen === undefined))
    throw usage('--path takes the --seed and the --part of the same failure');
  if (path !== undefined && !/^\d+(?::\d+)*$/.test(path))
    throw usage(`--path takes what a report says, such as 12:3, not "${path}"`);
  return {
    runs: path === undefined ? count('runs', runs ?? String(usual.runs)) : 1,
    seed: seed === undefined ? randomSeed() : count('seed', seed, highestSeed),
    ...(path === undefined ? {} : { path }),
    parts: chosen === undefined ? partNames : [chosen],
    jobs: path === undefined ? count('jobs', jobs ?? String(usual.jobs)) : 1,
    json,
  };
}

function count(name: string, text: string, most = 999_999_999): number {
  if (/^[1-9]\d{0,9}$/.test(text) && Number(text) <= most) return Number(text);
  throw usage(`--${name} takes a number from 1 to ${String(most)}, not "${text}"`);
}

function orUsage<Parsed>(parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function usage(problem: string): UsageError {
  return new UsageError(
    `${problem}\nusage: fuzz [--runs <number>] [--seed <number>] [--part replies|inputs] [--path <path>] [--jobs <number>] [--json]`,
  );
}
