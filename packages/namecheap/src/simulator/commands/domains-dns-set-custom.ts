import { isWorldRefusal, type RefusalReason } from '@registrar-kit/testing';
import { standingOf } from '../account-domain.js';
import { dividedName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { fail, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
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
  if (nameservers.length < 2) return refused('2011168', 'Two nameservers are required');
  const standing = standingOf(name, request);
  if (standing.held === 'nowhere') return refused('2019166', 'Domain name not found');
  if (standing.held === 'elsewhere') {
    return refused('2016166', 'Domain is not associated with your account');
  }
  try {
    world.setNameservers(caller.owner.id, name, nameservers);
    return succeed(node('DomainDNSSetCustomResult', { Domain: name, Updated: 'true' }));
  } catch (error) {
    if (!isWorldRefusal(error)) throw error;
    const fault = toFault(error.reason);
    return refused(fault.number, fault.text);
  }
}

function refused(number: string, text: string): CommandAnswer {
  return fail(number, text, node('DomainDNSSetCustomResult', { Domain: '', Updated: '' }));
}

function toFault(reason: RefusalReason): CommandError {
  if (reason.kind === 'invalid_nameserver') {
    return { number: '3031166', text: `Not allowed host: ${reason.nameserver}` };
  }
  if (reason.kind === 'nameserver_count') {
    return { number: '2011168', text: 'Nameservers are not valid' };
  }
  // What is left for this command is a domain in a state that the registry lets nobody change.
  return {
    number: '3031510',
    text: 'Error response from provider: object status prohibits operation',
  };
}
