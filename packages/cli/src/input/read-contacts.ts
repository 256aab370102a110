import type { ContactSet } from '@registrar-kit/core';
import type { CommandIo } from '../command-io.js';
import { UsageError } from '../usage-error.js';
import { readJson } from './read-json.js';
import { readTextFile } from './read-text-file.js';

/** Reads `--contacts`. What stands in the fields is checked by the library. @throws UsageError */
export async function readContacts(file: string | undefined, io: CommandIo): Promise<ContactSet> {
  if (file === undefined)
    throw new UsageError(
      'a registration needs contacts',
      'give --contacts <file.json>; registrar register --help shows what stands in it',
    );
  const reading = readJson(await readTextFile(file, io));
  if (!reading.ok) throw new UsageError(`${file} ${reading.problem}`, 'correct the file');
  const { value } = reading;
  if (typeof value !== 'object' || value === null || !('registrant' in value))
    throw new UsageError(
      `${file} has no "registrant"`,
      'give { "registrant": { "firstName": … } }',
    );
  // Every field is checked by registerDomain, which names each fault; this only says what the file is meant to be.
  return value as ContactSet;
}
