import { toUnicodeDomain, type UpdateHostInput } from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { readVerb } from '../arguments/read-verb.js';
import { refuseOptions } from '../arguments/refuse-options.js';
import type { ExitCode } from '../exit-codes.js';
import { oneName } from '../input/one-name.js';
import { hostColumns, hostFields } from '../output/host-columns.js';
import type { Session } from '../session/session.js';
import { showRecord, showRowsOf } from '../session/show.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

const verbs = ['list', 'show', 'create', 'update', 'delete'] as const;

/** `registrar hosts`. */
export const hosts: Command = {
  name: 'hosts',
  summary: 'name servers inside a domain, with their addresses',
  usage: [
    'hosts [list] <name>',
    'hosts show <name> <host>',
    'hosts create <name> <host> <address...>',
    'hosts update <name> <host> [<address...>] [--rename <host>]',
    'hosts delete <name> <host>',
  ],
  about: [
    'Such a host (glue) lets a domain be served by name servers below itself, such as ns1.example.com for example.com. update replaces all addresses of one. create, update and delete need a configuration or --simulate.',
    'Some registrars cannot list the hosts, and show tells of one whose name is known; registrar capabilities says so.',
  ],
  options: [...connectionOptions, 'rename'],
  examples: [
    'registrar hosts show example.com ns1.example.com',
    'registrar hosts create demo-bakery.com ns2.demo-bakery.com 192.0.2.54 --simulate',
  ],
  async run({ words, values }, session) {
    const { verb = 'list', rest } = readVerb(words, verbs, 'hosts');
    const use = `hosts ${verb}`;
    if (verb !== 'update') refuseOptions(values, ['rename'], use);
    if (verb === 'list') return list(oneName(rest, use), session);
    const { addresses, ...host } = readHost(rest, use);
    const takesAddresses = verb === 'create' || verb === 'update';
    if (!takesAddresses && addresses.length > 0)
      throw new UsageError(`${use} takes one host, "${String(addresses[0])}" is one too many`);
    const registrar = await session.connect(verb === 'show' ? 'read' : 'change', {
      domain: host.domain,
    });
    const { callOptions } = session;
    switch (verb) {
      case 'show':
        return showRecord(await registrar.getHost(host, callOptions), hostFields, session);
      case 'create': {
        const created = await registrar.createHost({ ...host, addresses }, callOptions);
        return showRecord(created, hostFields, session);
      }
      case 'update': {
        const change: UpdateHostInput = {
          ...host,
          ...(addresses.length === 0 ? {} : { addresses }),
          ...(values.rename === undefined ? {} : { newHost: values.rename }),
        };
        const updated = await registrar.updateHost(change, callOptions);
        return showRecord(updated, hostFields, session);
      }
      case 'delete':
        await registrar.deleteHost(host, callOptions);
        return showRecord({ ...host, deleted: true }, () => [['deleted', host.host]], session);
    }
  },
};

async function list(domain: string, session: Session): Promise<ExitCode> {
  const registrar = await session.connect('read', { domain });
  const found = await registrar.listHosts({ domain }, session.callOptions);
  const whenNone = `${toUnicodeDomain(found.domain)} has no glue hosts`;
  return showRowsOf(found, found.hosts, hostColumns, whenNone, session);
}

function readHost(
  [domain, host, ...addresses]: readonly string[],
  use: string,
): { readonly domain: string; readonly host: string; readonly addresses: readonly string[] } {
  if (domain !== undefined && host !== undefined) return { domain, host, addresses };
  throw new UsageError(
    `${use} needs a domain name and a host below it`,
    `for example: registrar ${use} example.com ns1.example.com`,
  );
}
