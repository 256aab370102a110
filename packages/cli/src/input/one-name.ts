import { UsageError } from '../usage-error.js';

/** The single name that a command is about. @throws UsageError */
export function oneName(words: readonly string[], command: string): string {
  const [name, extra] = words;
  if (name === undefined)
    throw new UsageError(
      `${command} needs a domain name`,
      `for example: registrar ${command} example.com`,
    );
  if (extra !== undefined)
    throw new UsageError(`${command} takes one domain name, "${extra}" is one too many`);
  return name;
}

/** For commands that take no arguments. @throws UsageError */
export function noWords(words: readonly string[], command: string): void {
  if (words.length > 0)
    throw new UsageError(`${command} takes no arguments, "${String(words[0])}" is one too many`);
}
