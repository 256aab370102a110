import { standingOf } from '../account-domain.js';
import { dividedName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { fail, succeed, type CommandAnswer } from '../command-answer.js';
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
  const standing = standingOf(name, request);
  const skeleton = node('DomainDNSGetListResult', { Domain: '', IsUsingOurDNS: 'false' });
  if (standing.held === 'nowhere') return fail('2019166', 'Domain name not found', skeleton);
  if (standing.held === 'elsewhere') {
    return fail('2016166', 'Domain is not associated with your account', skeleton);
  }
  const { domain } = standing;
  return succeed(
    node(
      'DomainDNSGetListResult',
      {
        Domain: domain.domain,
        IsUsingOurDNS: lower(usesVendorDns(domain)),
        IsPremiumDNS: 'false',
        IsUsingFreeDNS: 'false',
      },
      nameserversOf(domain).map((nameserver) => textNode('Nameserver', nameserver)),
    ),
  );
}
