import { UsageError } from '../usage-error.js';
import { closestWord } from './closest-word.js';

// As people type it in any script.
const dot = /[.\u3002\uff0e\uff61]/;

/** What a command is to do, and with what. */
export interface Verbed<Verb extends string> {
  /** `undefined` where none was typed. */
  readonly verb: Verb | undefined;
  readonly rest: readonly string[];
}

/**
 * Splits the words of a command that can do several things. The verb stands first, or behind the domain: domain names have a
 * dot and verbs have none, so that one is never taken for the other.
 *
 * @throws UsageError for a verb that there is not.
 */
export function readVerb<Verb extends string>(
  words: readonly string[],
  verbs: readonly Verb[],
  command: string,
): Verbed<Verb> {
  const at = words.slice(0, 2).findIndex((word) => !dot.test(word));
  const typed = words[at];
  if (typed === undefined) return { verb: undefined, rest: words };
  const verb = verbs.find((known) => known === typed);
  if (verb !== undefined) return { verb, rest: words.toSpliced(at, 1) };
  const near = closestWord(typed, verbs);
  throw new UsageError(
    `${command} cannot "${typed}"`,
    near === undefined ? `choose one of: ${verbs.join(', ')}` : `did you mean ${near}?`,
  );
}
