import type { DomainPaging, WorldDomain } from '@registrar-kit/testing';
import { isHere, usesFreeDns } from '../account-domain.js';
import { withoutMissing, type CommandRequest, type SimulatedCommand } from '../command.js';
import { failWith, succeed, type CommandAnswer } from '../command-answer.js';
import { noPaging, pageIn, pageSizeError, paging, rowsOn } from '../list-pages.js';
import { usesVendorDns } from '../own-nameservers.js';
import { subscriptionIdOf } from '../privacy-subscription.js';
import { lower, paddedDate } from '../vendor-text.js';
import { node, type XmlNode } from '../xml-writer.js';

export const domainsGetList: SimulatedCommand = {
  name: 'namecheap.domains.getList',
  operations: ['listDomains'],
  domains: () => [],
  run,
};

const expiringDays = 30;

function run(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const page = pageIn(parameters, { min: 10, max: 100, usual: 20 });
  if (page === undefined) return failWith([pageSizeError], node('DomainGetListResult'), noPaging);
  const { items } = world.domainsOf(caller.owner.id, {
    search: parameters.get('SearchTerm'),
    ...orderOf(parameters.get('SortBy')),
  });
  const listed = items.filter(
    (domain) =>
      isHere(domain) &&
      !usesFreeDns(domain, world) &&
      isWanted(domain, parameters.get('ListType'), world.today()),
  );
  const rows = withoutMissing(rowsOn(page, listed), request, ({ domain }) => domain);
  return succeed(
    node(
      'DomainGetListResult',
      {},
      rows.map((domain) => toRow(domain, request)),
    ),
    paging(listed.length, page),
  );
}

function toRow(domain: WorldDomain, { world, quirks }: CommandRequest): XmlNode {
  const isLinked = subscriptionIdOf(domain, world) !== undefined;
  return node('Domain', {
    ID: String(domain.id),
    Name: domain.domain,
    User: domain.account,
    Created: paddedDate(domain.registeredOn),
    Expires: paddedDate(domain.expiresOn),
    IsExpired: lower(isExpired(domain)),
    IsLocked: lower(domain.locked),
    AutoRenew: lower(domain.autoRenew),
    WhoisGuard: !isLinked ? 'NOTPRESENT' : domain.privacy ? 'ENABLED' : 'DISABLED',
    ...(quirks.newerAttributes
      ? { IsPremium: lower(domain.premium), IsOurDNS: lower(usesVendorDns(domain)) }
      : {}),
  });
}

function isExpired({ status }: WorldDomain): boolean {
  return status === 'expired' || status === 'redemption' || status === 'deleting';
}

function isWanted(domain: WorldDomain, listType: string, today: string): boolean {
  switch (listType.toUpperCase()) {
    case 'EXPIRED':
      return isExpired(domain);
    case 'EXPIRING':
      return (
        !isExpired(domain) &&
        Date.parse(domain.expiresOn) - Date.parse(today) <= expiringDays * 86_400_000
      );
    default:
      return true;
  }
}

function orderOf(sortBy: string): Pick<DomainPaging, 'sortBy' | 'descending'> {
  const [field, direction] = sortBy.toUpperCase().split('_');
  const descending = direction === 'DESC';
  if (field === 'EXPIREDATE') return { sortBy: 'expires', descending };
  if (field === 'CREATEDATE') return { sortBy: 'registered', descending };
  return { sortBy: 'name', descending };
}
