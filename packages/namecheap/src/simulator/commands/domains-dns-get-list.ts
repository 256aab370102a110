import { owned, standingOf } from '../account-domain.js';
import { dividedName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { failWith, succeed, type CommandAnswer } from '../command-answer.js';
import { nameserversOf, usesVendorDns } from '../own-nameservers.js';
import { lower } from '../vendor-text.js';
import { node, textNode } from '../xml-writer.js';

export const domainsDnsGetList: SimulatedCommand = {
  name: 'namecheap.domains.dns.getList',
  operations: ['getNameservers'],
  domains: dividedName,
  run,
};

function run(request: CommandRequest): CommandAnswer {
  const [name = ''] = dividedName(request.parameters);
  // Fails for a domain that only uses FreeDNS, although getInfo and getHosts work for it.
  const { domain, refusal } = owned(standingOf(name, request));
  if (refusal !== undefined) {
    const skeleton = node('DomainDNSGetListResult', { Domain: '', IsUsingOurDNS: 'false' });
    return failWith([refusal], skeleton);
  }
  return succeed(
    node(
      'DomainDNSGetListResult',
      {
        Domain: domain.domain,
        IsUsingOurDNS: lower(usesVendorDns(domain)),
        ...(request.quirks.newerAttributes
          ? { IsPremiumDNS: 'false', IsUsingFreeDNS: 'false' }
          : {}),
      },
      nameserversOf(domain).map((nameserver) => textNode('Nameserver', nameserver)),
    ),
  );
}
