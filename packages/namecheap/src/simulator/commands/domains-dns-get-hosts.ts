import { zoneStandingOf } from '../account-domain.js';
import {
  dividedName,
  withoutMissingPart,
  type CommandRequest,
  type SimulatedCommand,
} from '../command.js';
import { failWith, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import { otherDns } from '../other-dns.js';
import { emailTypeOf, hostsOf } from '../vendor-zone.js';
import { lower } from '../vendor-text.js';
import { node } from '../xml-writer.js';

export const domainsDnsGetHosts: SimulatedCommand = {
  name: 'namecheap.domains.dns.getHosts',
  operations: ['listRecords', 'planRecords', 'getUrlForward'],
  domains: dividedName,
  run,
};

function run(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters, quirks } = request;
  const [name = ''] = dividedName(parameters);
  // The page knows no number of its own for a domain of somebody else.
  if (zoneStandingOf(name, request).held !== 'here')
    return refused({ number: '2019166', text: 'Domain name not found' });
  const zone = world.zones.of(caller.owner.id, name);
  if (!zone.usesProviderDns && quirks.unservedZone === 'error') return refused(otherDns);
  return succeed(
    node(
      'DomainDNSGetHostsResult',
      {
        Domain: zone.domain,
        EmailType: zone.usesProviderDns ? emailTypeOf(zone) : '',
        IsUsingOurDNS: lower(zone.usesProviderDns),
      },
      zone.usesProviderDns ? withoutMissingPart(hostsOf(zone), request) : [],
    ),
  );
}

function refused(error: CommandError): CommandAnswer {
  const skeleton = { Domain: '', EmailType: '', IsUsingOurDNS: 'false' };
  return failWith([error], node('DomainDNSGetHostsResult', skeleton));
}
