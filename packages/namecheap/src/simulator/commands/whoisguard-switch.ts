import type { OperationName } from '@registrar-kit/core';
import type { RegistryWorld, WorldDomain } from '@registrar-kit/testing';
import { standingOf } from '../account-domain.js';
import { askWorld, prohibited } from '../ask-world.js';
import type { CommandRequest, SimulatedCommand } from '../command.js';
import { failWith, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import type { CommandParameters } from '../command-parameters.js';
import {
  afterAddressChange,
  hiddenAddressOf,
  nameOfSubscription,
  subscriptionIdOf,
} from '../privacy-subscription.js';
import { node } from '../xml-writer.js';

function subscriptionCommand(
  name: string,
  operations: readonly OperationName[],
  run: SimulatedCommand['run'],
): SimulatedCommand {
  return { name: `namecheap.whoisguard.${name}`, operations, domains: domainOfSubscription, run };
}

export const whoisguardEnable = subscriptionCommand('enable', ['setPrivacy'], enable);
export const whoisguardDisable = subscriptionCommand('disable', ['setPrivacy'], disable);
export const whoisguardChangeEmailAddress = subscriptionCommand(
  'changeemailaddress',
  [],
  changeAddress,
);

function domainOfSubscription(
  parameters: CommandParameters,
  world: RegistryWorld,
): readonly string[] {
  return [nameOfSubscription(parameters.get('WhoisguardID'), world) ?? []].flat();
}

/** The domain of the account that the subscription is linked to. */
export function linkedDomain(request: CommandRequest): WorldDomain | undefined {
  const { world, parameters } = request;
  const name = nameOfSubscription(parameters.get('WhoisguardID'), world);
  const standing = name === undefined ? undefined : standingOf(name, request);
  if (standing?.held !== 'here') return undefined;
  return subscriptionIdOf(standing.domain, world) === undefined ? undefined : standing.domain;
}

function enable(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const refused = (...errors: readonly CommandError[]): CommandAnswer =>
    failWith(errors, node('WhoisguardEnableResult', { DomainName: '', IsSuccess: 'false' }));
  const domain = linkedDomain(request);
  // Both at once, the one about the subscription and the one about the domain.
  if (domain === undefined) return refused(unknown, noDomain);
  const forwardTo = parameters.get('ForwardedToEmail');
  if (!/^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(forwardTo))
    return refused({ number: '2011369', text: 'Parameter ForwardedToEmail is Invalid' });
  if (domain.privacy) return refused(already('enabled'));
  const { reason } = askWorld(() =>
    world.setPrivacy(caller.owner.id, domain.domain, true, forwardTo),
  );
  if (reason !== undefined) return refused(prohibited);
  return succeed(node('WhoisguardEnableResult', { DomainName: domain.domain, IsSuccess: 'true' }));
}

function disable(request: CommandRequest): CommandAnswer {
  const { world, caller } = request;
  const refused = (error: CommandError): CommandAnswer =>
    failWith([error], node('WhoisguardDisableResult', { DomainName: '', IsSuccess: 'false' }));
  const domain = linkedDomain(request);
  if (domain === undefined) return refused(unknown);
  if (!domain.privacy) return refused(already('disabled'));
  const { reason } = askWorld(() => world.setPrivacy(caller.owner.id, domain.domain, false));
  if (reason !== undefined) return refused(prohibited);
  return succeed(node('WhoisguardDisableResult', { DomainName: domain.domain, IsSuccess: 'true' }));
}

function changeAddress(request: CommandRequest): CommandAnswer {
  const { world, caller } = request;
  const element = 'WhoisguardChangeEmailAddressResult';
  const refused = (error: CommandError): CommandAnswer =>
    failWith([error], node(element, { ID: '0', IsSuccess: 'false', WGEmail: '', WGOldEmail: '' }));
  const domain = linkedDomain(request);
  if (domain === undefined) return refused(unknown);
  const { value: changed } = askWorld(() =>
    world.setContacts(caller.owner.id, domain.domain, {}, afterAddressChange(domain)),
  );
  if (changed === undefined) return refused(prohibited);
  return succeed(
    node(element, {
      ID: request.parameters.get('WhoisguardID'),
      IsSuccess: 'true',
      WGEmail: hiddenAddressOf(changed),
      WGOldEmail: hiddenAddressOf(domain),
    }),
  );
}

const unknown: CommandError = {
  number: '2011331',
  text: 'Whoisguard is not associated with a domain of this user',
};

const noDomain: CommandError = { number: '2019166', text: 'Domain name is not found' };

function already(state: string): CommandError {
  return { number: '2011331', text: `Whoisguard is already ${state}` };
}
