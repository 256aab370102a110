import type { Invocation } from '../arguments/invocation.js';
import type { CommandIo } from '../command-io.js';
import { UsageError } from '../usage-error.js';
import { readStandardInput, readTextFile } from './read-text-file.js';

/**
 * The names that a command is about: arguments, then those of `--file`; `-` in either place is standard input, which is also
 * read when it is piped and nothing else is given.
 *
 * @throws UsageError when there is none.
 */
export async function readNames(
  { values, words }: Invocation,
  io: CommandIo,
): Promise<readonly string[]> {
  const sources = [...words, ...(values.file === undefined ? [] : [{ file: values.file }])];
  const wanted = sources.length > 0 || io.stdin.isTTY === true ? sources : ['-'];
  const names: string[] = [];
  let standardInputRead = false;
  for (const source of wanted) {
    if (source === '-' || (typeof source === 'object' && source.file === '-')) {
      if (!standardInputRead)
        for (const name of namesIn(await readStandardInput(io))) names.push(name);
      standardInputRead = true;
    } else if (typeof source === 'string') names.push(source);
    else for (const name of namesIn(await readTextFile(source.file, io))) names.push(name);
  }
  if (names.length > 0) return names;
  throw new UsageError(
    'no names are given',
    'give them as arguments, with --file <file> (one a line), or on standard input',
  );
}

/** The names of a text: one a line; empty lines and lines that start with `#` do not count. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
