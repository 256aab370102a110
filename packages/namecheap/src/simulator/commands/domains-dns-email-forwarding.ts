import type { RefusalReason } from '@registrar-kit/testing';
import { notAssociated, owned, zoneStandingOf } from '../account-domain.js';
import { askWorld, prohibited } from '../ask-world.js';
import {
  wholeName,
  withoutMissingPart,
  type CommandRequest,
  type SimulatedCommand,
} from '../command.js';
import { failWith, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import { otherDns } from '../other-dns.js';
import { usesVendorDns } from '../own-nameservers.js';
import { node } from '../xml-writer.js';

export const domainsDnsGetEmailForwarding: SimulatedCommand = {
  name: 'namecheap.domains.dns.getEmailForwarding',
  operations: ['getEmailForwards'],
  domains: wholeName,
  run: readForwards,
};

export const domainsDnsSetEmailForwarding: SimulatedCommand = {
  name: 'namecheap.domains.dns.setEmailForwarding',
  operations: ['setEmailForwards'],
  domains: wholeName,
  run: writeForwards,
};

function readForwards(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const [name = ''] = wholeName(parameters);
  const standing = zoneStandingOf(name, request);
  // The page knows no number of its own for a domain of somebody else.
  if (standing.held !== 'here') return unread({ number: '2019166', text: notAssociated(name) });
  if (!usesVendorDns(standing.domain)) return unread(otherDns);
  const forwards = withoutMissingPart(world.forwards.emails(caller.owner.id, name), request);
  return succeed(
    node(
      'DomainDNSGetEmailForwardingResult',
      { Domain: standing.domain.domain },
      forwards.map(({ mailbox, forwardTo }) => ({
        name: 'Forward',
        // In lower case, unlike all other attributes.
        attributes: { mailbox },
        text: forwardTo,
      })),
    ),
  );
}

function unread(error: CommandError): CommandAnswer {
  return failWith([error], node('DomainDNSGetEmailForwardingResult', { Domain: '' }));
}

/** Replaces all of them; none removes them. */
function writeForwards(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const [name = ''] = wholeName(parameters);
  const { domain, refusal } = owned(zoneStandingOf(name, request), notAssociated(name));
  if (refusal !== undefined) return unwritten(refusal);
  if (!usesVendorDns(domain)) return unwritten(otherDns);
  const forwards = parameters
    .rows('MailBox', 'ForwardTo')
    .map(({ MailBox: mailbox, ForwardTo: forwardTo }) => ({ mailbox, forwardTo }));
  const { reason } = askWorld(() => world.forwards.setEmails(caller.owner.id, name, forwards));
  if (reason !== undefined) return unwritten(toFault(reason));
  return succeed(
    node('DomainDNSSetEmailForwardingResult', { Domain: domain.domain, IsSuccess: 'true' }, [
      node('Warnings'),
    ]),
  );
}

function unwritten(error: CommandError): CommandAnswer {
  return failWith(
    [error],
    node('DomainDNSSetEmailForwardingResult', { Domain: '', IsSuccess: 'false' }, [
      node('Warnings'),
    ]),
  );
}

/** No number is documented for an address that is none. */
function toFault(reason: RefusalReason): CommandError {
  return reason.kind === 'invalid_forward'
    ? { number: '3031510', text: `Error response from provider: ${reason.because}` }
    : prohibited;
}
