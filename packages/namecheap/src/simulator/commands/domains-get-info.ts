import type { RegistryWorld, WorldDomain } from '@registrar-kit/testing';
import { usesFreeDns, zoneStandingOf } from '../account-domain.js';
import { wholeName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { fail, succeed, type CommandAnswer } from '../command-answer.js';
import { nameserversOf, usesVendorDns } from '../own-nameservers.js';
import { forwardedToOf, hiddenAddressOf, subscriptionIdOf } from '../privacy-subscription.js';
import { lower, never, paddedDate } from '../vendor-text.js';
import { emailTypeOf, hostsOf, usesDynamicDns } from '../vendor-zone.js';
import { node, textNode, type XmlNode } from '../xml-writer.js';

export const domainsGetInfo: SimulatedCommand = {
  name: 'namecheap.domains.getInfo',
  operations: ['getDomain', 'syncDomain', 'getPrivacy'],
  domains: wholeName,
  run,
};

function run(request: CommandRequest): CommandAnswer {
  const [name = ''] = wholeName(request.parameters);
  const standing = zoneStandingOf(name, request);
  if (standing.held === 'here') return succeed(toResult(standing.domain, request));
  return fail('2030166', 'Domain is invalid', skeletonOf(request));
}

function toResult(domain: WorldDomain, request: CommandRequest): XmlNode {
  const { world, quirks } = request;
  const zone = world.zones.of(domain.account, domain.domain);
  const served = usesVendorDns(domain);
  // Registered elsewhere, so that there is no date and no state to tell.
  const isGuest = usesFreeDns(domain, world);
  return node(
    'DomainGetInfoResult',
    {
      Status: isGuest ? undefined : statusOf(domain),
      ID: String(domain.id),
      DomainName: domain.domain,
      OwnerName: domain.account,
      IsOwner: lower(!isGuest),
      IsPremium: quirks.newerAttributes ? lower(domain.premium) : undefined,
    },
    [
      node('DomainDetails', {}, [
        textNode('CreatedDate', paddedDate(domain.registeredOn)),
        isGuest ? undefined : textNode('ExpiredDate', paddedDate(domain.expiresOn)),
        textNode('NumYears', '0'),
      ]),
      node('LockDetails'),
      isGuest ? notAlloted : privacyOf(domain, world),
      premiumDns(request),
      node(
        'DnsDetails',
        {
          ProviderType: isGuest ? 'FreeDNS' : served ? 'FREE' : 'CUSTOM',
          IsUsingOurDNS: lower(served),
          HostCount: served ? String(hostsOf(zone).length) : '0',
          EmailType: served ? emailTypeOf(zone) : 'No Email Service',
          DynamicDNSStatus: lower(served && usesDynamicDns(zone)),
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

const notAlloted = node('Whoisguard', { Enabled: 'NotAlloted' }, [textNode('ID', '0')]);

function privacyOf(domain: WorldDomain, world: RegistryWorld): XmlNode {
  const id = subscriptionIdOf(domain, world);
  if (id === undefined) return notAlloted;
  return node('Whoisguard', { Enabled: domain.privacy ? 'True' : 'False' }, [
    textNode('ID', String(id)),
    textNode('ExpiredDate', paddedDate(domain.expiresOn)),
    node('EmailDetails', {
      WhoisGuardEmail: hiddenAddressOf(domain),
      ForwardedTo: forwardedToOf(domain),
      LastAutoEmailChangeDate: '',
      AutoEmailChangeFrequencyDays: '0',
    }),
  ]);
}

function premiumDns({ quirks }: CommandRequest): XmlNode {
  const date = never[quirks.neverDate];
  return node('PremiumDnsSubscription', {}, [
    textNode('UseAutoRenew', 'false'),
    textNode('SubscriptionId', '-1'),
    textNode('CreatedDate', date),
    textNode('ExpirationDate', date),
    textNode('IsActive', 'false'),
  ]);
}

function skeletonOf(request: CommandRequest): XmlNode {
  return node('DomainGetInfoResult', { ID: '0', IsOwner: 'false', IsPremium: 'false' }, [
    node('DomainDetails', {}, [textNode('NumYears', '0')]),
    node('LockDetails'),
    node('Whoisguard', {}, [textNode('ID', '0')]),
    premiumDns(request),
    node('DnsDetails', {
      IsUsingOurDNS: 'false',
      HostCount: '0',
      DynamicDNSStatus: 'false',
      IsFailover: 'false',
    }),
    node('Modificationrights'),
  ]);
}
