import type { RefusalReason } from '@registrar-kit/testing';
import { owned, standingOf } from '../account-domain.js';
import { askWorld, prohibited } from '../ask-world.js';
import { dividedName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { failWith, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import { node } from '../xml-writer.js';

export const domainsDnsSetCustom: SimulatedCommand = {
  name: 'namecheap.domains.dns.setCustom',
  operations: ['setNameservers'],
  domains: dividedName,
  run,
};

function run(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const [name = ''] = dividedName(parameters);
  const nameservers = parameters
    .get('Nameservers')
    .split(',')
    .filter((host) => host !== '');
  if (nameservers.length < 2)
    return refused({ number: '2011168', text: 'Two nameservers are required' });
  const { refusal } = owned(standingOf(name, request));
  if (refusal !== undefined) return refused(refusal);
  const { reason } = askWorld(() => world.setNameservers(caller.owner.id, name, nameservers));
  if (reason !== undefined) return refused(toFault(reason));
  return succeed(node('DomainDNSSetCustomResult', { Domain: name, Updated: 'true' }));
}

function refused(error: CommandError): CommandAnswer {
  return failWith([error], node('DomainDNSSetCustomResult', { Domain: '', Updated: '' }));
}

function toFault(reason: RefusalReason): CommandError {
  if (reason.kind === 'invalid_nameserver')
    return { number: '3031166', text: `Not allowed host: ${reason.nameserver}` };
  return reason.kind === 'nameserver_count'
    ? { number: '2011168', text: 'Nameservers are not valid' }
    : prohibited;
}
