import type { RefusalReason } from '@registrar-kit/testing';
import { owned, zoneStandingOf } from '../account-domain.js';
import { askWorld, prohibited } from '../ask-world.js';
import { dividedName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { failWith, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import { otherDns } from '../other-dns.js';
import { invalidAddress, objectReference, readSentZone } from '../sent-zone.js';
import { hiddenRecordsOf } from '../vendor-zone.js';
import { node } from '../xml-writer.js';

export const domainsDnsSetHosts: SimulatedCommand = {
  name: 'namecheap.domains.dns.setHosts',
  operations: ['applyRecords', 'setUrlForward', 'deleteUrlForward'],
  domains: dividedName,
  run,
};

/** Replaces the whole zone, with what it kept beside its records: names, titles, dynamic DNS. */
function run(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters, quirks } = request;
  const [name = ''] = dividedName(parameters);
  const { refusal } = owned(zoneStandingOf(name, request));
  if (refusal !== undefined) return refused(refusal);
  const account = caller.owner.id;
  const zone = world.zones.of(account, name);
  if (!zone.usesProviderDns) return refused(otherDns);
  const sent = readSentZone(parameters, zone);
  if (sent === 'too_many')
    return refused({ number: quirks.tooManyRecords, text: 'Too many records' });
  // A server that stumbles has no skeleton either.
  if ('number' in sent) return sent === objectReference ? failWith([sent]) : refused(sent);
  const hidden = quirks.hiddenRecords === 'kept' ? hiddenRecordsOf(zone) : [];
  const { reason } = askWorld(() =>
    world.zones.set(account, name, [...sent.records, ...hidden], {
      settings: { ...zone.settings, EmailType: sent.emailType },
    }),
  );
  if (reason !== undefined) return refused(toFault(reason));
  return succeed(
    node(
      'DomainDNSSetHostsResult',
      { Domain: zone.domain, EmailType: sent.emailType, IsSuccess: 'true' },
      [node('Warnings')],
    ),
  );
}

function refused(error: CommandError): CommandAnswer {
  const skeleton = node('DomainDNSSetHostsResult', { Domain: '', IsSuccess: 'false' }, [
    node('Warnings'),
  ]);
  return failWith([error], skeleton);
}

function toFault(reason: RefusalReason): CommandError {
  return reason.kind === 'invalid_record' ? invalidAddress : prohibited;
}
