import type { CommandIo } from '../command-io.js';
import { UsageError } from '../usage-error.js';
import { readJson } from './read-json.js';
import { readTextFrom } from './read-text-file.js';

/** Reads a JSON object from a file or, as `-`, standard input. @throws UsageError that quotes nothing of it. */
export async function readJsonObject(
  source: string,
  io: CommandIo,
): Promise<Readonly<Record<string, unknown>>> {
  const name = source === '-' ? 'standard input' : source;
  const reading = readJson(await readTextFrom(source, io));
  if (!reading.ok) throw new UsageError(`${name} ${reading.problem}`, 'correct the file');
  const { value } = reading;
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw new UsageError(`${name} is not a JSON object`, 'correct the file');
}
