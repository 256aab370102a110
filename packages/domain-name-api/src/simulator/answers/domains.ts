import type { SimulatorResponse, WorldDomain } from '@registrar-kit/testing';
import { notInAccount } from '../refuse.js';
import type { VendorCall } from '../vendor-call.js';
import { toDomainInfo, toDomainRow } from '../vendor-domain.js';
import { json } from '../vendor-reply.js';
import { readPaging } from './paging.js';
import { withDomain } from './with-domain.js';

/** One domain with everything, the auth code and the contacts included; also one that is on its way here. */
export function answerInfo(call: VendorCall): SimulatorResponse {
  const { world, account, contacts } = call;
  return withDomain(call, (domain) => {
    const incoming = world.transfers.incoming(account.id, domain);
    const row = incoming ?? ownRow(call, domain);
    if (row === undefined) return notInAccount();
    const hosts = incoming === undefined ? world.hosts.list(account.id, domain) : [];
    return json(toDomainInfo(row, { today: world.today(), hosts, contacts }));
  });
}

/** The account's domains by number, the newest first where that is asked; also those on their way here. */
export function answerList(call: VendorCall): SimulatorResponse {
  const paging = readPaging(call);
  if (!paging.ok) return paging.answer;
  const { world, account, query } = call;
  const { items, total } = world.domainsOf(account.id, {
    withIncoming: true,
    sortBy: 'id',
    descending: /\bdesc\b/i.test(query.get('sorting') ?? ''),
    offset: paging.skip,
    limit: paging.count,
  });
  return json({ totalCount: total, items: items.map((row) => toDomainRow(row, world.today())) });
}

function ownRow({ world, account }: VendorCall, domain: string): WorldDomain | undefined {
  const row = world.find(domain);
  return row?.account === account.id ? row : undefined;
}
