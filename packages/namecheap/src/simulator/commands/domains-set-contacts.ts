import type { RefusalReason, WorldDomain } from '@registrar-kit/testing';
import { contactParameterNames } from '../../mapping/contact-words.js';
import { notAssociated, owned, standingOf } from '../account-domain.js';
import { askWorld, prohibited } from '../ask-world.js';
import { wholeName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { failWith, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import { otherFieldsOf, registryFieldsIn, registryFieldsOf } from '../held-fields.js';
import {
  contactsIn,
  contactSets,
  faultOfSet,
  missingFieldOf,
  otherFieldsIn,
} from '../vendor-contacts.js';
import { node } from '../xml-writer.js';

export const domainsSetContacts: SimulatedCommand = {
  name: 'namecheap.domains.setContacts',
  operations: ['setContacts'],
  domains: wholeName,
  run,
};

function run(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const [name = ''] = wholeName(parameters);
  const faults = faultsOfSets(request);
  if (faults.length > 0) return refused(...faults);
  const { domain, refusal } = owned(standingOf(name, request), notAssociated(name));
  if (refusal !== undefined) return refused(refusal);
  const contacts = contactsIn(parameters);
  const fields = fieldsAfter(request, domain);
  const { reason } = askWorld(() => world.setContacts(caller.owner.id, name, contacts, fields));
  if (reason !== undefined) return refused(toFault(reason));
  return succeed(node('DomainSetContactResult', { Domain: name, IsSuccess: 'true' }));
}

/** Of every set that lacks a field; of complete ones the first fault. */
function faultsOfSets({ parameters }: CommandRequest): readonly CommandError[] {
  const lacking = contactSets.flatMap(({ prefix, missing }) => {
    const field = missingFieldOf(prefix, parameters);
    if (field === undefined) return [];
    return [{ number: missing, text: `Required parameter ${field} is missing` }];
  });
  if (lacking.length > 0) return lacking;
  return contactSets.flatMap(({ prefix }) => faultOfSet(prefix, parameters) ?? []).slice(0, 1);
}

const named = [
  ...['ApiUser', 'ApiKey', 'UserName', 'Command', 'ClientIp', 'DomainName'],
  ...contactParameterNames,
];

/**
 * Everything is replaced, so that a field which is not sent again is empty afterwards. One that neither was nor is there is not
 * mentioned: a domain that came here without the fields of its registry goes on without them.
 */
function fieldsAfter(
  { world, parameters }: CommandRequest,
  domain: WorldDomain,
): Readonly<Record<string, string>> {
  const before = { ...otherFieldsOf(domain), ...registryFieldsOf(domain) };
  const sent = {
    ...otherFieldsIn(parameters),
    ...registryFieldsIn(parameters, named, world.tldOf(domain.domain)),
  };
  const emptied = Object.fromEntries(Object.keys(before).map((name) => [name, '']));
  const given = Object.entries(sent).filter(([name, value]) => value !== '' || name in before);
  return { ...emptied, ...Object.fromEntries(given) };
}

function refused(...errors: readonly CommandError[]): CommandAnswer {
  return failWith(errors, node('DomainSetContactResult', { Domain: '', IsSuccess: 'false' }));
}

function toFault(reason: RefusalReason): CommandError {
  return reason.kind === 'attribute_missing' || reason.kind === 'attribute_not_permitted'
    ? { number: '2011322', text: `Extended Attributes are not valid: ${reason.key}` }
    : prohibited;
}
