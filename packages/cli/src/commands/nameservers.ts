import { toUnicodeDomain, type NameserverSet } from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { readVerb } from '../arguments/read-verb.js';
import type { ExitCode } from '../exit-codes.js';
import { oneName } from '../input/one-name.js';
import { readNameservers } from '../input/read-nameservers.js';
import type { Field } from '../output/record.js';
import { yesNo } from '../output/yes-no.js';
import type { Session } from '../session/session.js';
import { showRecord } from '../session/show.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

/** `registrar nameservers`. */
export const nameservers: Command = {
  name: 'nameservers',
  summary: 'show or replace the name servers of a domain',
  usage: [
    'nameservers [show] <name>',
    'nameservers set <name> <server> <server...>',
    'nameservers <name> --reset',
  ],
  about: [
    "set replaces the whole set and shows what stands afterwards. The servers may also be given with --nameservers a,b. --reset goes back to the registrar's own servers. Since they change a domain, both need a configuration or --simulate.",
  ],
  options: [...connectionOptions, 'nameservers', 'reset'],
  examples: [
    'registrar nameservers example.com',
    'registrar nameservers set demo-bakery.com ns1.example.net ns2.example.net --simulate',
    'registrar nameservers demo-bakery.co.uk --reset --simulate',
  ],
  async run({ words, values }, session) {
    const { verb = 'show', rest } = readVerb(words, ['show', 'set'], 'nameservers');
    const listed = readNameservers(values.nameservers ?? []);
    if (verb === 'set') {
      if (values.reset === true)
        throw new UsageError('--reset and set exclude each other', 'give one of the two');
      return set(rest, listed, session);
    }
    if (listed.length > 0)
      throw new UsageError(
        '--nameservers goes with "nameservers set"',
        'write: registrar nameservers set <name>',
      );
    const domain = oneName(rest, 'nameservers');
    const registrar = await session.connect(values.reset === true ? 'change' : 'read', { domain });
    const found = await (values.reset === true
      ? registrar.resetNameservers({ domain }, session.callOptions)
      : registrar.getNameservers({ domain }, session.callOptions));
    return showRecord(found, nameserverFields, session);
  },
};

async function set(
  [domain, ...servers]: readonly string[],
  listed: readonly string[],
  session: Session,
): Promise<ExitCode> {
  const wanted = [...readNameservers(servers), ...listed];
  if (domain === undefined || wanted.length === 0)
    throw new UsageError(
      'nameservers set needs a domain name and name servers',
      'for example: registrar nameservers set example.com ns1.example.net ns2.example.net',
    );
  const registrar = await session.connect('change', { domain });
  const input = { domain, nameservers: wanted };
  const found = await registrar.setNameservers(input, session.callOptions);
  return showRecord(found, nameserverFields, session);
}

function nameserverFields(found: NameserverSet): readonly Field[] {
  return [
    ['domain', toUnicodeDomain(found.domain)],
    ['name servers', found.nameservers.length === 0 ? 'none' : found.nameservers],
    ["registrar's own", yesNo(found.providerDns)],
  ];
}
