import type { SimulatorResponse } from '@registrar-kit/testing';
import { notInAccount } from '../refuse.js';
import type { VendorCall } from '../vendor-call.js';
import { toDomainInfo, toDomainRow } from '../vendor-domain.js';
import { invalid, json } from '../vendor-reply.js';
import { readPaging } from './paging.js';

/** One domain with everything, the auth code and the contacts included. */
export function answerInfo({ world, account, query }: VendorCall): SimulatorResponse {
  const name = query.get('domainname');
  if (name === undefined || name === '') {
    return invalid([{ member: 'DomainName', message: 'The DomainName field is required.' }]);
  }
  const row = world.find(name);
  return row?.account === account.id ? json(toDomainInfo(row, world.today())) : notInAccount();
}

/** The account's domains by number, the newest first where that is asked. */
export function answerList(call: VendorCall): SimulatorResponse {
  const paging = readPaging(call);
  if (!paging.ok) return paging.answer;
  const { world, account, query } = call;
  const { items, total } = world.domainsOf(account.id, {
    sortBy: 'id',
    descending: /\bdesc\b/i.test(query.get('sorting') ?? ''),
    offset: paging.skip,
    limit: paging.count,
  });
  return json({ totalCount: total, items: items.map((row) => toDomainRow(row, world.today())) });
}
