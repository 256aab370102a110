import { connectionOptions } from '../arguments/option-table.js';
import { oneName } from '../input/one-name.js';
import { readSomeContacts } from '../input/read-contacts.js';
import { contactFields } from '../output/contact-fields.js';
import { showRecord } from '../session/show.js';
import type { Command } from './command.js';

/** `registrar contacts`. */
export const contacts: Command = {
  name: 'contacts',
  summary: 'show or replace the contacts of a domain',
  usage: ['contacts <name> [--set <file.json>]'],
  about: [
    'The file holds "registrant", "admin", "tech" and "billing", or some of them, each whole and with the fields that registrar register --help lists; roles left out stay as they are. What contacts --json prints can be edited and given back. "tldAttributes" holds the extra fields of the registry.',
    'A new registrant can mean that an e-mail has to be answered, or that the domain is locked against transfers for 60 days: that is the rule of its registry. --set needs a configuration or --simulate.',
  ],
  options: [...connectionOptions, 'set'],
  examples: [
    'registrar contacts example.com',
    'registrar contacts demo-bakery.com --set contacts.json --simulate',
  ],
  async run({ words, values }, session) {
    const domain = oneName(words, 'contacts');
    const wanted =
      values.set === undefined ? undefined : await readSomeContacts(values.set, session.io);
    const registrar = await session.connect(wanted === undefined ? 'read' : 'change', { domain });
    const { callOptions } = session;
    const found = await (wanted === undefined
      ? registrar.getContacts({ domain }, callOptions)
      : registrar.setContacts({ domain, ...wanted }, callOptions));
    return showRecord(found, contactFields, session);
  },
};
