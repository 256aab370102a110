import { Secret } from '@registrar-kit/core';
import { withoutMissing } from './fake-gate.js';
import type { FakeOperations } from './fake-operation.js';
import { readPage } from './fake-page.js';
import { toDomain, toDomainSummary } from './from-world.js';

/** The domains of the account. One on its way here is shown as `transfer_in`, with nothing but its name. */
export const fakeDomains: FakeOperations<'getDomain' | 'listDomains' | 'getAuthCode'> = {
  getDomain: (domain, desk) => {
    const { world, account } = desk;
    return toDomain(world.transfers.incoming(account, domain) ?? desk.visible(domain), account);
  },

  listDomains: ({ cursor, search = '' }, { world, account, capabilities }, { call, missing }) => {
    const { listDomains } = capabilities;
    const limit = listDomains.support === 'unsupported' ? 100 : listDomains.itemsPerRequest;
    const page = readPage(cursor, limit, call, (part) =>
      world.domainsOf(account, { search, withIncoming: true, ...part }),
    );
    const rows = withoutMissing(page.items, missing, (row) => row.domain);
    return { ...page, items: rows.map(toDomainSummary) };
  },

  getAuthCode: (domain, desk) => ({ authCode: new Secret(desk.visible(domain).authCode) }),
};
