import { describe, expect, it } from '@jest/globals';
import { money } from '@registrar-kit/core';
import { aContact, aContactSet, type WorldTransferOrder } from '@registrar-kit/testing';
import { refusalOf } from './support/refusal-of.js';
import { smallWorld } from './support/small-world.js';

const order: WorldTransferOrder = {
  account: 'panel',
  domain: 'far-bakery.com',
  authCode: 'Right-Code!1',
};
const servers = ['ns1.example.org', 'ns2.example.org'];

/** Today is 15 January 2026; the domain can be transferred. */
function worldWithForeign() {
  const { world, clock } = smallWorld();
  world.addAccount({ id: 'other', balances: [money('100.00', 'USD')] });
  world.putForeignDomain({
    domain: 'Far-Bakery.com',
    authCode: 'Right-Code!1',
    registeredOn: '2020-03-01',
    expiresOn: '2026-03-01',
    nameservers: servers,
  });
  return { world, clock };
}

describe('a transfer to this registrar', () => {
  it('takes the price of a year, and the domain comes with one year more', async () => {
    const { world, clock } = worldWithForeign();
    const { transfer, entry } = world.transfers.start(order);
    expect(transfer).toEqual({
      id: 300_001,
      domain: 'far-bakery.com',
      account: 'panel',
      stage: 'submitted',
      startedAt: '2026-01-15T12:00:00.000Z',
      changedAt: '2026-01-15T12:00:00.000Z',
      entryId: entry.id,
      domainId: 100_001,
      refunded: false,
      authCode: 'Right-Code!1',
      privacy: false,
    });
    expect(entry).toMatchObject({
      kind: 'transferDomain',
      domainId: 100_001,
      years: 1,
      // 10.28 + 0.20
      amount: money('10.48', 'USD'),
    });
    // Not ours yet, and not free.
    expect(world.find('far-bakery.com')).toBeUndefined();
    expect(world.domainsOf('panel').total).toBe(0);
    expect(world.availabilityOf('far-bakery.com').status).toBe('taken');
    await clock.advanceDays(5);
    expect(world.transfers.complete('FAR-bakery.com')).toMatchObject({
      id: 300_001,
      stage: 'done',
      changedAt: '2026-01-20T12:00:00.000Z',
    });
    const row = world.find('far-bakery.com')!;
    expect(row).toMatchObject({
      id: 100_001,
      account: 'panel',
      status: 'active',
      registeredOn: '2020-03-01',
      expiresOn: '2027-03-01',
      transferredOn: '2026-01-20',
      nameservers: servers,
      locked: false,
    });
    expect(row.authCode).not.toBe('Right-Code!1');
    expect(world.ledger()).toEqual([entry]);
    // Another domain gets another id.
    expect(world.putDomain({ domain: 'next-bakery.com', account: 'panel' }).id).toBe(100_002);
  });

  it('brings the contacts and the privacy of the order', () => {
    const { world } = worldWithForeign();
    const registrant = aContact({ firstName: 'Wanted' });
    world.transfers.start({ ...order, contacts: { registrant }, privacy: true });
    world.transfers.settle('far-bakery.com');
    expect(world.find('far-bakery.com')).toMatchObject({
      contacts: { registrant, billing: registrant },
      privacy: true,
    });
  });

  it('keeps the contacts that the domain had', () => {
    const { world } = smallWorld();
    const contacts = aContactSet();
    const registrant = aContact({ firstName: 'Kept' });
    world.putForeignDomain({ ...order, authCode: 'a', contacts: { ...contacts, registrant } });
    world.transfers.start({ ...order, authCode: 'a' });
    world.transfers.complete('far-bakery.com');
    expect(world.find('far-bakery.com')?.contacts.registrant).toEqual(registrant);
  });

  it('can be taken through every stage by hand', () => {
    const { world } = worldWithForeign();
    const { transfer } = world.transfers.start(order);
    const { id } = transfer;
    expect(world.transfers.advance(id, 'waiting_approval', 'approval_missing')).toMatchObject({
      stage: 'waiting_approval',
      cause: 'approval_missing',
    });
    expect(world.transfers.advance(id, 'submitted').cause).toBeUndefined();
    expect(world.transfers.advance(id, 'done').stage).toBe('done');
    expect(world.find('far-bakery.com')?.account).toBe('panel');
    expect(refusalOf(() => world.transfers.advance(id, 'failed'))).toEqual({
      kind: 'wrong_transfer_stage',
      domain: 'far-bakery.com',
      stage: 'done',
    });
  });

  it('can be ended by hand in either way', () => {
    const { world } = worldWithForeign();
    const ended = (stage: 'failed' | 'cancelled', cause?: 'registry') =>
      world.transfers.advance(world.transfers.start(order).transfer.id, stage, cause);
    expect(ended('failed')).toMatchObject({ stage: 'failed', cause: 'other' });
    expect(ended('failed', 'registry')).toMatchObject({ stage: 'failed', cause: 'registry' });
    expect(ended('cancelled')).toMatchObject({ stage: 'cancelled', cause: 'cancelled' });
    expect(refusalOf(() => world.transfers.advance(1, 'done'))).toEqual({
      kind: 'transfer_not_found',
      transfer: '1',
    });
    expect(world.find('far-bakery.com')).toBeUndefined();
  });

  it('fails, and can be sent again without another charge', () => {
    const { world } = worldWithForeign();
    const { transfer } = world.transfers.start(order);
    const failed = world.transfers.fail('far-bakery.com', 'losing_registrar');
    expect(failed).toMatchObject({ stage: 'failed', cause: 'losing_registrar', refunded: false });
    const again = world.transfers.resubmit('panel', transfer.id);
    expect(again.stage).toBe('submitted');
    expect(again.cause).toBeUndefined();
    world.transfers.settle('far-bakery.com');
    expect(world.find('far-bakery.com')?.account).toBe('panel');
    expect(world.ledger()).toHaveLength(1);
  });

  it('gives the money back where a test wants it, and the ledger keeps the purchase', () => {
    const { world } = worldWithForeign();
    const { transfer } = world.transfers.start(order);
    world.transfers.fail('far-bakery.com', 'registry', { refund: true });
    expect(world.balanceOf('panel')[0]).toEqual(money('100.00', 'USD'));
    expect(world.ledger()).toHaveLength(1);
    expect(refusalOf(() => world.transfers.resubmit('panel', transfer.id))).toMatchObject({
      kind: 'wrong_transfer_stage',
    });
    // A new order is a new transfer.
    expect(world.transfers.start(order).transfer.id).toBe(transfer.id + 1);
  });

  it('is cancelled by its owner only, and only under way', () => {
    const { world } = worldWithForeign();
    world.transfers.start(order);
    expect(refusalOf(() => world.transfers.cancel('other', 'far-bakery.com'))).toEqual({
      kind: 'transfer_not_found',
      transfer: 'far-bakery.com',
    });
    expect(world.transfers.cancel('panel', 'far-bakery.com')).toMatchObject({
      stage: 'cancelled',
      cause: 'cancelled',
    });
    expect(world.balanceOf('panel')[0]).toEqual(money('89.52', 'USD'));
    const again = refusalOf(() => world.transfers.cancel('panel', 'far-bakery.com'));
    expect(again).toMatchObject({ kind: 'wrong_transfer_stage', stage: 'cancelled' });
  });

  it('is sent again only by its owner, only once, and not beside another one', () => {
    const { world } = worldWithForeign();
    const { transfer } = world.transfers.start(order);
    const { id } = transfer;
    const resubmit = (account: string, which: number) => () =>
      world.transfers.resubmit(account, which);
    expect(refusalOf(resubmit('panel', id))).toMatchObject({ kind: 'wrong_transfer_stage' });
    expect(refusalOf(resubmit('panel', 7))).toEqual({ kind: 'transfer_not_found', transfer: '7' });
    world.transfers.fail('far-bakery.com', 'locked');
    expect(refusalOf(resubmit('other', id))).toMatchObject({ kind: 'transfer_not_found' });
    world.transfers.start(order);
    expect(refusalOf(resubmit('panel', id))).toMatchObject({ obstacle: 'already_started' });
  });
});

describe('what is in the way of a transfer', () => {
  const seeds = {
    locked: { locked: true },
    young: { registeredOn: '2025-11-17' },
    old: { registeredOn: '2025-11-16' },
  };

  it.each([
    [{}, undefined, true],
    [{ authCode: 'Wrong-Code!1' }, 'auth_code_wrong', false],
    [{ authCode: undefined }, 'auth_code_missing', undefined],
    [{ domain: 'locked-bakery.com' }, 'locked', true],
    [{ domain: 'young-bakery.com' }, 'too_young', true],
    [{ domain: 'old-bakery.com' }, undefined, true],
    [{ domain: 'free-bakery.com' }, 'not_registered', false],
    [{ domain: 'own-bakery.com' }, 'already_here', false],
    [{ domain: 'others-bakery.com' }, 'already_here', false],
    [{ domain: 'google.com' }, 'locked', false],
    [{ domain: 'far-bakery.biz' }, 'not_transferable', true],
    [{ domain: 'far-bakery.co.uk', authCode: undefined }, undefined, undefined],
  ])('with %j is %s', (change, obstacle, authCodeValid) => {
    const { world } = worldWithForeign();
    const { authCode = '' } = order;
    for (const [name, seed] of Object.entries(seeds))
      world.putForeignDomain({ domain: `${name}-bakery.com`, authCode, ...seed });
    world.putForeignDomain({ domain: 'far-bakery.biz', authCode });
    world.putForeignDomain({ domain: 'far-bakery.co.uk', authCode });
    world.setTld({ ...world.tld('biz')!, transferable: false });
    world.putDomain({ domain: 'own-bakery.com', account: 'panel' });
    world.putDomain({ domain: 'others-bakery.com', account: 'other' });
    const { authCode: code, ...question } = { ...order, ...change };
    const asked = code === undefined ? question : { ...question, authCode: code };
    const check = world.transfers.check(asked);
    expect(check.obstacle).toBe(obstacle);
    expect(check.authCodeValid).toBe(authCodeValid);
    if (obstacle === undefined) {
      expect(world.transfers.start(asked).transfer.stage).toBe('submitted');
      return;
    }
    const before = JSON.stringify(world);
    expect(refusalOf(() => world.transfers.start(asked))).toEqual({
      kind: 'not_transferable',
      domain: check.domain,
      obstacle,
    });
    expect(JSON.stringify(world)).toBe(before);
  });

  it('is told in full by a check', () => {
    const { world } = worldWithForeign();
    expect(world.transfers.check(order)).toEqual({
      domain: 'far-bakery.com',
      authCodeRequired: true,
      authCodeValid: true,
      locked: false,
    });
    world.putDomain({ domain: 'others-bakery.com', account: 'other' });
    expect(world.transfers.check({ ...order, domain: 'others-bakery.com' })).toMatchObject({
      heldBy: 'other',
    });
    expect(world.transfers.check({ account: 'panel', domain: 'google.com' })).toEqual({
      domain: 'google.com',
      obstacle: 'locked',
      authCodeRequired: true,
      locked: true,
    });
  });

  it.each([
    [{ account: 'nobody' }, { kind: 'unknown_account' }],
    [{ domain: 'not a name' }, { kind: 'invalid_name', domain: 'not a name' }],
    [{ domain: 'far-bakery.zz' }, { kind: 'tld_not_sold' }],
  ])('cannot be asked with %j', (change, reason) => {
    const { world } = worldWithForeign();
    const asked = { ...order, ...change };
    expect(refusalOf(() => world.transfers.check(asked))).toMatchObject(reason);
    expect(refusalOf(() => world.transfers.start(asked))).toMatchObject(reason);
  });

  it.each([
    [{ privacy: true, domain: 'far-bakery.co.uk' }, { kind: 'privacy_not_supported' }],
    [{ currency: 'EUR' }, { kind: 'currency_not_sold' }],
    [{ acceptedTotal: money('10.28', 'USD') }, { kind: 'price_mismatch' }],
    [{ account: 'poor' }, { kind: 'insufficient_funds' }],
  ])('an order with %j is refused and changes nothing', (change, reason) => {
    const { world } = worldWithForeign();
    world.addAccount({ id: 'poor', balances: [money('10.47', 'USD')] });
    world.putForeignDomain({ domain: 'far-bakery.co.uk', authCode: 'Right-Code!1' });
    const before = JSON.stringify(world);
    expect(refusalOf(() => world.transfers.start({ ...order, ...change }))).toMatchObject(reason);
    expect(JSON.stringify(world)).toBe(before);
  });

  it('is found later by vendors that take the order first', () => {
    const { world } = worldWithForeign();
    const wrong = world.transfers.start({ ...order, authCode: 'Wrong', failLater: true });
    expect(wrong.transfer.stage).toBe('submitted');
    expect(world.ledger()).toHaveLength(1);
    expect(world.transfers.settle('far-bakery.com')).toMatchObject({
      stage: 'failed',
      cause: 'auth_code_wrong',
    });
    const without = { account: 'panel', domain: 'far-bakery.com' };
    const waiting = world.transfers.start({ ...without, failLater: true });
    expect(waiting.transfer).toMatchObject({
      stage: 'waiting_auth_code',
      cause: 'auth_code_missing',
    });
    // One at a time, whoever orders.
    const second = { ...order, account: 'other', failLater: true };
    expect(refusalOf(() => world.transfers.start(second))).toMatchObject({
      obstacle: 'already_started',
    });
    expect(world.ledger()).toHaveLength(2);
  });

  it('keeps a domain from coming that is nowhere else', () => {
    const { world } = worldWithForeign();
    world.putDomain({ domain: 'own-bakery.com', account: 'panel' });
    for (const domain of ['free-bakery.com', 'own-bakery.com']) {
      world.transfers.start({ ...order, domain, failLater: true });
      const before = JSON.stringify(world);
      expect(refusalOf(() => world.transfers.complete(domain)).kind).toBe('not_transferable');
      expect(JSON.stringify(world)).toBe(before);
    }
    // A name that is registered nowhere has no dates of its own.
    expect(world.transfers.incoming('panel', 'free-bakery.com')).toMatchObject({
      status: 'transfer_in',
      registeredOn: '2026-01-15',
      expiresOn: '2026-01-15',
    });
    expect(world.transfers.settle('free-bakery.com').cause).toBe('not_registered');
    expect(world.transfers.settle('own-bakery.com').cause).toBe('already_here');
  });
});

describe('reading transfers', () => {
  it('searches, sorts and cuts the list of an account', async () => {
    const { world, clock } = worldWithForeign();
    for (const domain of ['b-bakery.com', 'a-bakery.com', 'c-harbour.com']) {
      world.putForeignDomain({ domain, authCode: 'Right-Code!1' });
      world.transfers.start({ ...order, domain });
      await clock.advance(60_000);
    }
    world.transfers.start({ ...order, account: 'other' });
    world.transfers.fail('b-bakery.com', 'registry');
    const names = (paging: Parameters<typeof world.transfers.list>[1]) =>
      world.transfers.list('panel', paging).items.map(({ domain }) => domain);
    expect(names({})).toEqual(['b-bakery.com', 'a-bakery.com', 'c-harbour.com']);
    expect(names({ sortBy: 'name', descending: true })[0]).toBe('c-harbour.com');
    expect(names({ sortBy: 'changed', descending: true })[0]).toBe('b-bakery.com');
    expect(names({ sortBy: 'started', limit: 1, offset: 1 })).toEqual(['a-bakery.com']);
    expect(names({ search: 'BAKERY' })).toEqual(['b-bakery.com', 'a-bakery.com']);
    expect(names({ stage: 'failed' })).toEqual(['b-bakery.com']);
    expect(names({ stage: ['done', 'cancelled'] })).toEqual([]);
    expect(world.transfers.list('panel', { offset: 9 })).toEqual({ items: [], total: 3 });
    expect(refusalOf(() => world.transfers.list('nobody')).kind).toBe('unknown_account');
  });

  it('finds one by its number, and the last one of a domain', () => {
    const { world } = worldWithForeign();
    const first = world.transfers.start(order).transfer;
    expect(world.transfers.find(first.id)).toEqual(first);
    expect(world.transfers.find(1)).toBeUndefined();
    world.transfers.fail('far-bakery.com', 'registry');
    const second = world.transfers.start(order).transfer;
    expect(world.transfers.latest('panel', 'FAR-bakery.com')).toEqual(second);
    expect(world.transfers.latest('other', 'far-bakery.com')).toBeUndefined();
  });

  it('shows transfers as domains to vendors that do so', () => {
    const { world } = worldWithForeign();
    expect(world.transfers.incoming('panel', 'far-bakery.com')).toBeUndefined();
    const { transfer } = world.transfers.start(order);
    expect(world.transfers.incoming('panel', 'Far-bakery.com')).toMatchObject({
      id: transfer.domainId,
      domain: 'far-bakery.com',
      account: 'panel',
      status: 'transfer_in',
      registeredOn: '2020-03-01',
      expiresOn: '2026-03-01',
    });
    expect(world.transfers.incoming('other', 'far-bakery.com')).toBeUndefined();
    world.putDomain({ domain: 'own-bakery.com', account: 'panel' });
    const listed = (withIncoming: boolean) =>
      world
        .domainsOf('panel', { withIncoming })
        .items.map(({ domain, status }) => [domain, status]);
    expect(listed(false)).toEqual([['own-bakery.com', 'active']]);
    expect(listed(true)).toEqual([
      ['far-bakery.com', 'transfer_in'],
      ['own-bakery.com', 'active'],
    ]);
    world.transfers.fail('far-bakery.com', 'registry');
    expect(listed(true)[0]).toEqual(['far-bakery.com', 'transfer_failed']);
    world.transfers.resubmit('panel', transfer.id);
    world.transfers.complete('far-bakery.com');
    expect(world.transfers.incoming('panel', 'far-bakery.com')).toBeUndefined();
    expect(listed(true)[0]).toEqual(['far-bakery.com', 'active']);
  });

  it.each(['list', 'latest', 'incoming', 'check', 'find'] as const)(
    'by %s is a read that a late order waits for',
    (reading) => {
      const { world } = worldWithForeign();
      world.transfers.start(order);
      world.transfers.fail('far-bakery.com', 'registry');
      world.commitAfterNextRead('far-bakery.com', () => world.transfers.start(order));
      world.runDueCommits();
      expect(world.ledger()).toHaveLength(1);
      const reads = {
        list: () => world.transfers.list('panel'),
        latest: () => world.transfers.latest('panel', 'far-bakery.com'),
        incoming: () => world.transfers.incoming('panel', 'far-bakery.com'),
        check: () => world.transfers.check(order),
        find: () => world.transfers.find(300_001),
      };
      reads[reading]();
      world.runDueCommits();
      expect(world.ledger()).toHaveLength(2);
    },
  );
});

describe('a transfer to another registrar', () => {
  it('is approved, and the domain is gone and can come back after 60 days', async () => {
    const { world, clock } = smallWorld();
    const { authCode } = world.putDomain({
      domain: 'own-bakery.com',
      account: 'panel',
      registeredOn: '2020-01-15',
      expiresOn: '2027-01-15',
    });
    expect(world.transfersOut.start('own-bakery.com').status).toBe('transfer_out');
    expect(world.transfersOut.approve('panel', 'own-bakery.com').status).toBe('transferred_away');
    expect(world.availabilityOf('own-bakery.com').status).toBe('taken');
    const back = { account: 'panel', domain: 'own-bakery.com', authCode };
    await clock.advanceDays(59);
    expect(world.transfers.check(back).obstacle).toBe('too_young');
    await clock.advanceDays(1);
    world.transfers.start(back);
    expect(world.domainsOf('panel', { withIncoming: true }).items).toMatchObject([
      { domain: 'own-bakery.com', status: 'transfer_in' },
    ]);
    world.transfers.settle('own-bakery.com');
    expect(world.find('own-bakery.com')).toMatchObject({
      status: 'active',
      expiresOn: '2028-01-15',
    });
  });

  it('is rejected, and the domain stays', () => {
    const { world } = smallWorld();
    world.putDomain({ domain: 'own-bakery.com', account: 'panel' });
    world.transfersOut.start('own-bakery.com');
    expect(world.transfersOut.reject('panel', 'own-bakery.com').status).toBe('active');
  });

  it('is refused for a locked domain, for another account, and where none was asked for', () => {
    const { world } = smallWorld();
    world.addAccount({ id: 'other' });
    world.putDomain({ domain: 'own-bakery.com', account: 'panel', locked: true });
    world.putDomain({ domain: 'leaving-bakery.com', account: 'panel', status: 'transfer_out' });
    const before = JSON.stringify(world);
    const refusals = [
      refusalOf(() => world.transfersOut.start('own-bakery.com')),
      refusalOf(() => world.transfersOut.start('no-bakery.com')),
      refusalOf(() => world.transfersOut.start('leaving-bakery.com')),
      refusalOf(() => world.transfersOut.approve('panel', 'own-bakery.com')),
      refusalOf(() => world.transfersOut.approve('other', 'leaving-bakery.com')),
      refusalOf(() => world.transfersOut.reject('nobody', 'leaving-bakery.com')),
    ];
    expect(refusals.map(({ kind }) => kind)).toEqual([
      'domain_locked',
      'domain_not_found',
      'wrong_status',
      'wrong_status',
      'not_owner',
      'unknown_account',
    ]);
    expect(JSON.stringify(world)).toBe(before);
  });
});

describe('a domain at another registrar', () => {
  it('cannot be one that is here, or under an ending that nobody knows', () => {
    const { world } = smallWorld();
    world.putDomain({ domain: 'own-bakery.com', account: 'panel' });
    const put = (domain: string) => () => world.putForeignDomain({ domain, authCode: 'a' });
    expect(refusalOf(put('own-bakery.com')).kind).toBe('name_taken');
    expect(refusalOf(put('far-bakery.zz')).kind).toBe('tld_not_sold');
  });

  it('is free again once it came here and was let go', async () => {
    const { world, clock } = worldWithForeign();
    world.transfers.start(order);
    world.transfers.complete('far-bakery.com');
    world.deleteDomain('panel', 'far-bakery.com');
    await clock.advanceDays(40);
    expect(world.availabilityOf('far-bakery.com').status).toBe('available');
  });
});
