import type { SimulatorResponse, WorldDomain } from '@registrar-kit/testing';
import { pageAfter } from '../page-after.js';
import type { VendorCall } from '../vendor-call.js';
import { toVendorDomain } from '../vendor-domain.js';
import { json } from '../vendor-reply.js';
import { refusalOf } from '../vendor-refusals.js';

const mostAtOnce = 100;

/** Answers with a domain of the account. */
export function withDomain(
  { world, account, domain }: VendorCall,
  answer: (row: WorldDomain) => SimulatorResponse,
): SimulatorResponse {
  const row = world.find(domain);
  return row?.account === account.id
    ? answer(row)
    : refusalOf({ kind: 'domain_not_found', domain });
}

export function answerDomain(call: VendorCall): SimulatorResponse {
  return withDomain(call, (row) => json(toVendorDomain(row)));
}

export function answerDomains({ world, account, query }: VendorCall): SimulatorResponse {
  const search = query.get('contains') ?? '';
  const { items } = world.domainsOf(account.id, { search });
  const limit = Math.min(Number(query.get('limit') ?? mostAtOnce), mostAtOnce);
  return pageAfter(query, items, limit, ({ domain }) => domain, toVendorDomain);
}

export function answerCode(call: VendorCall): SimulatorResponse {
  return withDomain(call, ({ authCode }) => json({ code: authCode }));
}

export function answerRemoval({ world, account, domain }: VendorCall): SimulatorResponse {
  return json(toVendorDomain(world.deleteDomain(account.id, domain)));
}
