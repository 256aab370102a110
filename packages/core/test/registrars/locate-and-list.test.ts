import { describe, expect, it } from '@jest/globals';
import type { ListedDomain } from '@registrar-kit/core';
import { collect } from '../support/collect.js';
import { down, failing, lockedOut, threeAccounts } from '../support/three-accounts.js';
import { rejectionOf } from '../support/thrown-by.js';

describe('locateDomain', () => {
  it('keeps apart who holds it, who does not and who could not be asked', async () => {
    const shop = threeAccounts();
    shop.second.own('example.com');
    failing(shop.dna, 'getDomain', lockedOut);
    const location = await shop.registrars.locateDomain({ domain: 'EXAMPLE.com' });
    expect(location).toMatchObject({
      domain: 'example.com',
      heldBy: ['second'],
      complete: false,
      rows: [
        { registrar: 'main', outcome: 'absent' },
        { registrar: 'second', outcome: 'held', domain: { domain: 'example.com' } },
        { registrar: 'dna', outcome: 'unknown', error: { code: 'AUTHENTICATION_FAILED' } },
      ],
    });
    expect([shop.main, shop.second, shop.dna].map((each) => each.count('getDomain'))).toEqual([
      1, 1, 1,
    ]);
  });

  it('is complete once everybody has answered', async () => {
    const { registrars } = threeAccounts();
    expect(await registrars.locateDomain({ domain: 'example.com' })).toMatchObject({
      heldBy: [],
      complete: true,
    });
  });

  it('does not take for held what an account only shows', async () => {
    const shop = threeAccounts();
    shop.main.own('example.com', { owned: false });
    shop.second.own('example.com', { status: 'transferred_away' });
    shop.dna.own('example.com', { status: 'transfer_in' });
    const { heldBy, rows, complete } = await shop.registrars.locateDomain({
      domain: 'example.com',
    });
    expect({ heldBy, complete }).toEqual({ heldBy: [], complete: true });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['shown', 'shown', 'shown']);
  });

  it('refuses what is no domain, and ends with the caller', async () => {
    const shop = threeAccounts();
    const locate = (domain: string, options?: { signal: AbortSignal }): Promise<unknown> =>
      rejectionOf(shop.registrars.locateDomain({ domain }, options));
    expect(await locate('www.example.com')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await locate('example.com', { signal: AbortSignal.abort() })).toMatchObject({
      code: 'CANCELLED',
    });
    expect(shop.main.log).toEqual([]);
  });
});

describe('listDomains over several registrars', () => {
  const short = (row: ListedDomain): string =>
    row.error === undefined
      ? `${row.registrar} ${row.domain}`
      : `${row.registrar} ${row.error.code}`;

  it('shows every account, whoever fails between them', async () => {
    const shop = threeAccounts();
    for (const name of ['a.com', 'b.com', 'c.com']) shop.main.own(name);
    shop.dna.own('d.com');
    failing(shop.second, 'listDomains', down);
    const rows = await collect(shop.registrars.listDomains());
    expect(rows.map(short)).toEqual([
      'main a.com',
      'main b.com',
      'main c.com',
      'second PROVIDER_UNAVAILABLE',
      'dna d.com',
    ]);
    expect(rows[0]).toMatchObject({ registrar: 'main', domain: 'a.com', status: 'active' });
  });

  it('keeps what an account showed before it failed', async () => {
    const shop = threeAccounts();
    for (const name of ['a.com', 'b.com', 'c.com']) shop.main.own(name);
    const listDomains = shop.main.listDomains.bind(shop.main);
    shop.main.listDomains = async (request, call) => {
      if (request.cursor !== undefined) throw down(call.origin);
      return listDomains(request, call);
    };
    expect((await collect(shop.registrars.listDomains())).map(short)).toEqual([
      'main a.com',
      'main b.com',
      'main PROVIDER_UNAVAILABLE',
    ]);
  });

  it('reads no more than is taken, and anew each time', async () => {
    const shop = threeAccounts();
    for (const name of ['a.com', 'b.com', 'c.com']) shop.main.own(name);
    const list = shop.registrars.listDomains({ search: '.com' }, { lane: 'bulk' });
    for (let turn = 1; turn <= 2; turn += 1) {
      for await (const row of list) {
        expect(short(row)).toBe('main a.com');
        break;
      }
      expect(shop.main.log).toHaveLength(turn);
    }
    expect(shop.main.log[0]).toMatchObject({ request: { search: '.com' }, call: { lane: 'bulk' } });
    expect(shop.second.log).toEqual([]);
  });

  it('refuses an input that nobody can use, and ends with the caller', async () => {
    const { registrars } = threeAccounts();
    const listed = (...given: Parameters<typeof registrars.listDomains>): Promise<unknown> =>
      rejectionOf(collect(registrars.listDomains(...given)));
    expect(await listed({ search: '' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await listed({}, { timeoutMs: -1 })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await listed({}, { signal: AbortSignal.abort() })).toMatchObject({ code: 'CANCELLED' });
  });
});
