import { owned, standingOf } from '../account-domain.js';
import { askWorld, prohibited } from '../ask-world.js';
import { dividedName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { failWith, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import { node } from '../xml-writer.js';

export const domainsDnsSetDefault: SimulatedCommand = {
  name: 'namecheap.domains.dns.setDefault',
  operations: ['resetNameservers'],
  domains: dividedName,
  run,
};

function run(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const [name = ''] = dividedName(parameters);
  const { refusal } = owned(standingOf(name, request));
  if (refusal !== undefined) return refused(refusal);
  const { reason } = askWorld(() => world.setNameservers(caller.owner.id, name, []));
  if (reason !== undefined) return refused(prohibited);
  return succeed(node('DomainDNSSetDefaultResult', { Domain: name, Updated: 'true' }));
}

function refused(error: CommandError): CommandAnswer {
  return failWith([error], node('DomainDNSSetDefaultResult', { Domain: '', Updated: '' }));
}
