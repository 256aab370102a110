import { readVerb } from '../arguments/read-verb.js';
import { oneName } from './one-name.js';

/** A domain name and the state that a setting of it should have; `on` is `undefined` where it is only asked for. @throws UsageError */
export function readSwitchWord(
  words: readonly string[],
  command: string,
): { readonly domain: string; readonly on: boolean | undefined } {
  const { verb, rest } = readVerb(words, ['on', 'off'], command);
  return { domain: oneName(rest, command), on: verb === undefined ? undefined : verb === 'on' };
}
