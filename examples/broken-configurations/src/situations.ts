import { readFileSync } from 'node:fs';
import type { NewWorldAccount } from '@registrar-kit/testing';

/** A configuration that does not work. */
export interface Situation {
  /** Its file below `configurations`, without the ending. */
  readonly name: string;
  /** What is wrong with it. */
  readonly fault: string;
  /** Whether the examination may try the credentials in the other environment. @defaultValue false */
  readonly tryOtherEnvironment?: boolean;
}

/** What the simulated registrars know, and what goes wrong with them. */
export const { callerAddress, accounts, situations } = JSON.parse(
  readFileSync(new URL('../situations.json', import.meta.url), 'utf8'),
) as {
  /** Where the registrars see every request come from. */
  readonly callerAddress: string;
  readonly accounts: readonly NewWorldAccount[];
  readonly situations: readonly Situation[];
};

/** A configuration file, with the addresses of what is served on this machine in place of `served:…`. */
export function readConfiguration(
  { name }: Situation,
  served: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const file = new URL(`../configurations/${name}.json`, import.meta.url);
  const text = readFileSync(file, 'utf8').replace(/served:([\w-]+)/g, (_, key: string) => {
    const url = served.get(key);
    if (url === undefined) throw new Error(`${name}.json: nothing is served as "${key}"`);
    return url;
  });
  return JSON.parse(text) as Record<string, unknown>;
}
