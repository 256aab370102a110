import { parseArgs } from 'node:util';
import { engineNames, type EngineName } from './engines.js';
import { vendorNames, type VendorName } from './vendors.js';

/** What the command was asked for. */
export interface CrashTestOptions {
  readonly kills: number;
  readonly seed: number | undefined;
  /** `undefined`: all that can be started. */
  readonly engines: readonly EngineName[] | undefined;
  readonly vendors: readonly VendorName[];
  readonly episode: number | undefined;
  readonly json: boolean;
}

export const usage =
  'usage: npm run crash-test -- [--kills 1000] [--seed n] [--engines sqlite,postgres,redis] ' +
  '[--vendors namecheap,domain-name-api] [--episode n] [--json]';

/** @throws Error for what is no option or no possible value. */
export function readOptions(args: readonly string[]): CrashTestOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: text,
      seed: text,
      engines: text,
      vendors: text,
      episode: text,
      json: { type: 'boolean' },
    },
  });
  return {
    kills: readNumber('kills', values.kills) ?? 1000,
    seed: readNumber('seed', values.seed),
    engines: values.engines === undefined ? undefined : readNames(values.engines, engineNames),
    vendors: values.vendors === undefined ? vendorNames : readNames(values.vendors, vendorNames),
    episode: readNumber('episode', values.episode),
    json: values.json ?? false,
  };
}

function readNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new Error(`--${name} needs a whole number, not "${value}"`);
}

function readNames<Name extends string>(value: string, names: readonly Name[]): readonly Name[] {
  return value.split(',').map((given) => {
    const name = names.find((known) => known === given);
    if (name !== undefined) return name;
    throw new Error(`there is no "${given}"; choose from ${names.join(', ')}`);
  });
}
