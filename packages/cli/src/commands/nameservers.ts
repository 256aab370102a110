import { toUnicodeDomain, type NameserverSet } from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { oneName } from '../input/one-name.js';
import { readNameservers } from '../input/read-nameservers.js';
import { yesNo } from '../output/yes-no.js';
import type { Session } from '../session/session.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

/** `registrar nameservers`. */
export const nameservers: Command = {
  name: 'nameservers',
  summary: 'show or replace the name servers of a domain',
  usage: ['nameservers [show] <name>', 'nameservers set <name> <server> <server...>'],
  about: [
    'set replaces the whole set and shows what stands afterwards. The servers may also be given with --nameservers a,b. Since it changes a domain, set needs a configuration or --simulate.',
  ],
  options: [...connectionOptions, 'nameservers'],
  examples: [
    'registrar nameservers example.com',
    'registrar nameservers set demo-bakery.com ns1.example.net ns2.example.net --simulate',
  ],
  async run({ words, values }, session) {
    const [verb, ...rest] = words;
    const listed = readNameservers(values.nameservers ?? []);
    if (verb === 'set') {
      const [domain, ...servers] = rest;
      const wanted = [...readNameservers(servers), ...listed];
      if (domain === undefined || wanted.length === 0)
        throw new UsageError(
          'nameservers set needs a domain name and name servers',
          'for example: registrar nameservers set example.com ns1.example.net ns2.example.net',
        );
      const registrar = await session.connect('change');
      const input = { domain, nameservers: wanted };
      return print(await registrar.setNameservers(input, session.callOptions), session);
    }
    if (listed.length > 0)
      throw new UsageError(
        '--nameservers goes with "nameservers set"',
        'write: registrar nameservers set <name>',
      );
    const domain = oneName(verb === 'show' ? rest : words, 'nameservers');
    const registrar = await session.connect('read');
    return print(await registrar.getNameservers({ domain }, session.callOptions), session);
  },
};

function print(found: NameserverSet, session: Session): ExitCode {
  const marked = session.mark(found);
  session.printer.record(marked, [
    ['domain', toUnicodeDomain(marked.domain)],
    ['name servers', marked.nameservers.length === 0 ? 'none' : marked.nameservers],
    ["registrar's own", yesNo(marked.providerDns)],
    ['source', marked.simulated ? { text: 'simulated', style: 'dim' } : undefined],
  ]);
  return exitCodes.done;
}
