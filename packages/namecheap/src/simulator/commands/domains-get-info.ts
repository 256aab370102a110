import type { WorldDomain } from '@registrar-kit/testing';
import { standingOf } from '../account-domain.js';
import { wholeName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { fail, succeed, type CommandAnswer } from '../command-answer.js';
import { nameserversOf, usesVendorDns } from '../own-nameservers.js';
import { lower, paddedDate } from '../vendor-text.js';
import { node, textNode, type XmlNode } from '../xml-writer.js';

export const domainsGetInfo: SimulatedCommand = {
  name: 'namecheap.domains.getInfo',
  operations: ['getDomain'],
  domains: wholeName,
  run,
};

function run(request: CommandRequest): CommandAnswer {
  const [name = ''] = wholeName(request.parameters);
  const standing = standingOf(name, request);
  if (standing.held === 'here') return succeed(toResult(standing.domain, request));
  return fail('2030166', 'Domain is invalid', skeleton);
}

function toResult(domain: WorldDomain, { world }: CommandRequest): XmlNode {
  return node(
    'DomainGetInfoResult',
    {
      Status: statusOf(domain),
      ID: String(domain.id),
      DomainName: domain.domain,
      OwnerName: domain.account,
      IsOwner: 'true',
      IsPremium: lower(domain.premium),
    },
    [
      node('DomainDetails', {}, [
        textNode('CreatedDate', paddedDate(domain.registeredOn)),
        textNode('ExpiredDate', paddedDate(domain.expiresOn)),
        textNode('NumYears', '0'),
      ]),
      node('LockDetails'),
      privacyOf(domain, world.tldOf(domain.domain)?.supportsPrivacy ?? false),
      noPremiumDns,
      node(
        'DnsDetails',
        {
          ProviderType: usesVendorDns(domain) ? 'FREE' : 'CUSTOM',
          IsUsingOurDNS: lower(usesVendorDns(domain)),
          HostCount: usesVendorDns(domain) ? '2' : '0',
          EmailType: usesVendorDns(domain) ? 'FWD' : 'No Email Service',
          DynamicDNSStatus: 'false',
          IsFailover: 'false',
        },
        nameserversOf(domain).map((nameserver) => textNode('Nameserver', nameserver)),
      ),
      node('Modificationrights', { All: 'true' }),
    ],
  );
}

/** The three words that the vendor has. */
function statusOf({ status }: WorldDomain): string {
  switch (status) {
    case 'expired':
    case 'redemption':
    case 'restoring':
    case 'deleting':
    case 'deleted':
      return 'Expired';
    case 'on_hold':
    case 'disputed':
      return 'Locked';
    case 'active':
    case 'pending':
    case 'transfer_in':
    case 'transfer_out':
    case 'transferred_away':
    case 'transfer_failed':
    case 'unknown':
      return 'Ok';
  }
}

function privacyOf(domain: WorldDomain, supported: boolean): XmlNode {
  if (!supported) return node('Whoisguard', { Enabled: 'NotAlloted' }, [textNode('ID', '0')]);
  return node('Whoisguard', { Enabled: domain.privacy ? 'True' : 'False' }, [
    textNode('ID', String(domain.id + 400_000)),
    textNode('ExpiredDate', paddedDate(domain.expiresOn)),
    node('EmailDetails', {
      WhoisGuardEmail: `${domain.id}.protect@example.net`,
      ForwardedTo: domain.contacts.registrant.email,
      LastAutoEmailChangeDate: '',
      AutoEmailChangeFrequencyDays: '0',
    }),
  ]);
}

const noPremiumDns = node('PremiumDnsSubscription', {}, [
  textNode('UseAutoRenew', 'false'),
  textNode('SubscriptionId', '-1'),
  textNode('CreatedDate', '0001-01-01T00:00:00'),
  textNode('ExpirationDate', '0001-01-01T00:00:00'),
  textNode('IsActive', 'false'),
]);

const skeleton = node('DomainGetInfoResult', { ID: '0', IsOwner: 'false', IsPremium: 'false' }, [
  node('DomainDetails', {}, [textNode('NumYears', '0')]),
  node('LockDetails'),
  node('Whoisguard', {}, [textNode('ID', '0')]),
  noPremiumDns,
  node('DnsDetails', {
    IsUsingOurDNS: 'false',
    HostCount: '0',
    DynamicDNSStatus: 'false',
    IsFailover: 'false',
  }),
  node('Modificationrights'),
]);
