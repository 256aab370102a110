import type { DomainPaging, WorldDomain } from '@registrar-kit/testing';
import { withoutMissing, type CommandRequest, type SimulatedCommand } from '../command.js';
import { fail, succeed, type CommandAnswer } from '../command-answer.js';
import { lower, paddedDate } from '../vendor-text.js';
import { node, textNode, type XmlNode } from '../xml-writer.js';
import { usesVendorDns } from '../own-nameservers.js';

export const domainsGetList: SimulatedCommand = {
  name: 'namecheap.domains.getList',
  operations: ['listDomains'],
  domains: () => [],
  run,
};

const expiringDays = 30;

function run(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const pageSize = parameters.has('PageSize') ? Number(parameters.get('PageSize')) : 20;
  if (!Number.isInteger(pageSize) || pageSize < 10 || pageSize > 100) {
    return fail(
      '2013275',
      'Parameter PageSize is OutOfRange',
      node('DomainGetListResult'),
      paging(0, 0, 0),
    );
  }
  const page = Math.max(1, Math.trunc(Number(parameters.get('Page'))) || 1);
  const { items } = world.domainsOf(caller.owner.id, {
    search: parameters.get('SearchTerm'),
    ...orderOf(parameters.get('SortBy')),
  });
  const listed = items.filter(
    (domain) => isHere(domain) && isWanted(domain, parameters.get('ListType'), world.today()),
  );
  const rows = withoutMissing(
    listed.slice((page - 1) * pageSize, page * pageSize),
    request,
    ({ domain }) => domain,
  );
  return succeed(
    node(
      'DomainGetListResult',
      {},
      rows.map((domain) => toRow(domain, request)),
    ),
    // A page beyond the last one is empty and still states the total.
    paging(listed.length, page, pageSize),
  );
}

function toRow(domain: WorldDomain, { world }: CommandRequest): XmlNode {
  const privacy = world.tldOf(domain.domain)?.supportsPrivacy ?? false;
  return node('Domain', {
    ID: String(domain.id),
    Name: domain.domain,
    User: domain.account,
    Created: paddedDate(domain.registeredOn),
    Expires: paddedDate(domain.expiresOn),
    IsExpired: lower(isExpired(domain)),
    IsLocked: lower(domain.locked),
    AutoRenew: lower(domain.autoRenew),
    WhoisGuard: !privacy ? 'NOTPRESENT' : domain.privacy ? 'ENABLED' : 'DISABLED',
    IsPremium: lower(domain.premium),
    IsOurDNS: lower(usesVendorDns(domain)),
  });
}

function paging(total: number, page: number, size: number): XmlNode {
  return node('Paging', {}, [
    textNode('TotalItems', String(total)),
    textNode('CurrentPage', String(page)),
    textNode('PageSize', String(size)),
  ]);
}

function isHere({ status }: WorldDomain): boolean {
  return status !== 'transferred_away' && status !== 'deleted';
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
