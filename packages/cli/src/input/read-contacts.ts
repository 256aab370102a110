import type { ContactSet } from '@registrar-kit/core';
import type { CommandIo } from '../command-io.js';
import { UsageError } from '../usage-error.js';
import { readJsonObject } from './read-json-object.js';

/** What a contacts file holds. */
export interface GivenContacts<Contacts> {
  readonly contacts: Contacts;
  /** The registry's extra fields; they can be about a person, so that they stand in the file too. */
  readonly tldAttributes?: Readonly<Record<string, string>>;
}

/** Reads the contacts of a new domain. What stands in the fields is checked by the library. @throws UsageError */
export async function readContacts(
  file: string | undefined,
  io: CommandIo,
): Promise<GivenContacts<ContactSet>> {
  if (file === undefined)
    throw new UsageError(
      'a registration needs contacts',
      'give --contacts <file.json>; registrar register --help shows what stands in it',
    );
  const given = await readSomeContacts(file, io);
  if (!('registrant' in given.contacts))
    throw new UsageError(
      `${file} has no "registrant"`,
      'give { "registrant": { "firstName": … } }',
    );
  return given as GivenContacts<ContactSet>;
}

/**
 * Reads contacts for some roles or all: as for a registration, or as `registrar contacts --json` prints them.
 *
 * @throws UsageError
 */
export async function readSomeContacts(
  file: string,
  io: CommandIo,
): Promise<GivenContacts<Partial<ContactSet>>> {
  const { tldAttributes, ...others } = await readJsonObject(file, io);
  const contacts = others['contacts'] ?? others;
  // Every field is checked by the library, which names each fault; this only says what the file is meant to be.
  return {
    contacts,
    ...(tldAttributes === undefined ? {} : { tldAttributes }),
  } as GivenContacts<Partial<ContactSet>>;
}
