import type { CommandRequest, SimulatedCommand } from '../command.js';
import { fail, type CommandAnswer } from '../command-answer.js';
import { node } from '../xml-writer.js';
import { linkedDomain } from './whoisguard-switch.js';

/** Commands about subscriptions that this world has nothing for: they are free, and run and end with their domains. */
export const whoisguardOthers: readonly SimulatedCommand[] = [
  command('renew', renew),
  // There never is a subscription that waits for a domain.
  command('allot', () => fail('2029331', 'Whoisguard is not valid or is not of this account')),
  command('unallot', withdrawn),
  command('discard', withdrawn),
];

function command(name: string, run: SimulatedCommand['run']): SimulatedCommand {
  return { name: `namecheap.whoisguard.${name}`, operations: [], domains: () => [], run };
}

function renew(request: CommandRequest): CommandAnswer {
  const { world, parameters } = request;
  const refused = (number: string, text: string): CommandAnswer =>
    fail(
      number,
      text,
      node('WhoisguardRenewResult', {
        WhoisguardId: '0',
        Years: '0',
        Renew: 'false',
        OrderId: '0',
        TransactionId: '0',
        ChargedAmount: '0',
      }),
    );
  const years = parameters.number('Years') ?? 0;
  if (years < 1 || years > 9) return refused('2011167', 'Parameter Years is Invalid');
  const domain = linkedDomain(request);
  if (domain === undefined)
    return refused('4029331', 'Whoisguard renewal failed: it does not belong to this user');
  const daysLeft = (Date.parse(domain.expiresOn) - Date.parse(world.today())) / 86_400_000;
  return daysLeft > 30
    ? refused('2029331', 'Whoisguard can be renewed only 30 days before its expiry')
    : refused('2528268', 'Order creation failed');
}

function withdrawn(): CommandAnswer {
  return fail('3530407', 'This command is no longer supported');
}
