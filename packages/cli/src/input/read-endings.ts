import { domainToASCII } from 'node:url';
import { UsageError } from '../usage-error.js';

/** Endings as people type them, with or without a leading dot, as A-labels. @throws UsageError */
export function readEndings(words: readonly string[]): readonly string[] {
  return words.map((word) => {
    const ascii = domainToASCII(word.trim().replace(/^\.|\.$/g, '')).toLowerCase();
    if (ascii !== '') return ascii;
    throw new UsageError(`"${word}" is no ending`, 'give endings such as com or co.uk');
  });
}

/** The single ending that a command is about. @throws UsageError */
export function readEnding(words: readonly string[], command: string): string {
  const [ending, extra] = readEndings(words);
  if (ending === undefined)
    throw new UsageError(`${command} needs an ending`, `for example: registrar ${command} us`);
  if (extra !== undefined)
    throw new UsageError(`${command} takes one ending, "${extra}" is one too many`);
  return ending;
}
