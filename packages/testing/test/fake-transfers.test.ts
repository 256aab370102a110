import { describe, expect, it } from '@jest/globals';
import { isRegistrarError, money, type CapabilityTable } from '@registrar-kit/core';
import {
  aContact,
  aContactSet,
  fakeCapabilities,
  FakeRegistrar,
  ManualClock,
  RegistryWorld,
  type FakeRegistrarOptions,
} from '@registrar-kit/testing';

const domain = 'far-bakery.com';
const authCode = 'Right-Code!1';
const order = { domain, authCode, price: 'listed' } as const;

/** Today is 15 January 2026; far-bakery.com is at another registrar and can come. */
function aRegistrar(options: FakeRegistrarOptions = {}) {
  const clock = new ManualClock('2026-01-15T12:00:00.000Z');
  const world = new RegistryWorld({ clock });
  const registrar = new FakeRegistrar({ world, ...options });
  world.putForeignDomain({ domain, authCode, expiresOn: '2026-03-01' });
  return { registrar, world, clock };
}

describe('a transfer to this account', () => {
  it('is paid when it starts, and ends when the test says so', async () => {
    const { registrar, world, clock } = aRegistrar();
    const started = await registrar.transferDomain(order);
    expect(started).toMatchObject({
      status: 'pending',
      domain,
      transferId: '300001',
      charged: money('10.48', 'USD'),
      operation: { kind: 'transferDomain', vendorRef: '300001' },
      incomplete: [],
    });
    expect(started).not.toHaveProperty('expiresOn');
    expect(world.ledger()).toHaveLength(1);
    expect(await registrar.getTransfer({ domain })).toEqual({
      domain,
      transferId: '300001',
      status: 'pending',
      vendorStatus: 'submitted',
      startedOn: '2026-01-15',
      changedOn: '2026-01-15',
    });
    const { operation } = started;
    expect((await registrar.getOperation({ operation })).status).toBe('pending');

    await clock.advanceDays(5);
    world.transfers.complete(domain);
    expect(await registrar.getTransfer({ domain, transferId: '300001' })).toMatchObject({
      status: 'done',
      changedOn: '2026-01-20',
    });
    expect(await registrar.getOperation({ operation })).toMatchObject({ status: 'done' });
    expect(await registrar.getDomain({ domain })).toMatchObject({
      status: 'active',
      expiresOn: '2027-03-01',
    });
    expect(world.ledger()).toHaveLength(1);
  });

  it('shows the domain as on its way, with nothing that is not known yet', async () => {
    const { registrar, world } = aRegistrar();
    await expect(registrar.getDomain({ domain })).rejects.toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
    });
    await registrar.transferDomain(order);
    const coming = { domain, unicode: domain, status: 'transfer_in' };
    expect(await registrar.getDomain({ domain })).toEqual(coming);
    expect((await registrar.listDomains().page()).items).toEqual([coming]);
    expect(await registrar.syncDomain({ domain })).toEqual({
      domain,
      status: 'transfer_in',
      certain: true,
    });
    // It cannot be worked on yet.
    await expect(registrar.getNameservers({ domain })).rejects.toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
    });
    await expect(registrar.setLock({ domain, locked: true })).rejects.toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
    });
    world.transfers.fail(domain, 'losing_registrar');
    expect(await registrar.getDomain({ domain })).toMatchObject({ status: 'transfer_failed' });
  });

  it('fails by what the test says, and starts again without another charge', async () => {
    const { registrar, world } = aRegistrar();
    const { operation } = await registrar.transferDomain(order);
    world.transfers.fail(domain, 'losing_registrar');
    expect(await registrar.getTransfer({ domain })).toMatchObject({
      status: 'failed',
      cause: 'losing_registrar',
    });
    expect(await registrar.resubmitTransfer({ domain })).toMatchObject({
      transferId: '300001',
      status: 'pending',
    });
    world.transfers.settle(domain);
    expect((await registrar.getDomain({ domain })).status).toBe('active');
    expect((await registrar.getOperation({ operation })).status).toBe('done');
    expect(world.ledger()).toHaveLength(1);
  });

  it('that has failed is told to whoever waits for the order, and can be ordered anew', async () => {
    const { registrar, world } = aRegistrar();
    const { operation } = await registrar.transferDomain(order, { idempotencyKey: 'move-1' });
    world.transfers.fail(domain, 'approval_refused', { refund: true });
    expect(await registrar.waitForOperation({ operation })).toEqual({
      status: 'failed',
      cause: 'approval_refused',
    });
    const again = await registrar.transferDomain(order, { idempotencyKey: 'move-2' });
    expect(again).toMatchObject({ status: 'pending', transferId: '300002' });
    // Without a number it is the latest one.
    expect((await registrar.getTransfer({ domain })).transferId).toBe('300002');
    expect((await registrar.getTransfer({ domain, transferId: '300001' })).status).toBe('failed');
  });

  it('can be cancelled', async () => {
    const { registrar } = aRegistrar();
    await registrar.transferDomain(order);
    await registrar.cancelTransfer({ domain });
    expect(await registrar.getTransfer({ domain })).toMatchObject({
      status: 'failed',
      cause: 'cancelled',
      vendorStatus: 'cancelled',
    });
    await expect(registrar.cancelTransfer({ domain })).rejects.toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
    });
  });

  it.each([
    ['waiting_auth_code', undefined, 'needs_action', 'auth_code_missing'],
    ['waiting_approval', undefined, 'needs_action', 'approval_missing'],
    ['waiting_approval', 'registrant_data', 'needs_action', 'registrant_data'],
    ['submitted', undefined, 'pending', undefined],
    ['failed', undefined, 'failed', 'other'],
  ] as const)('in stage %s (%s) is %s (%s)', async (stage, told, status, cause) => {
    const { registrar, world } = aRegistrar();
    const { transferId } = await registrar.transferDomain(order);
    world.transfers.advance(Number(transferId), stage, told);
    const transfer = await registrar.getTransfer({ domain });
    expect([transfer.status, transfer.cause]).toEqual([status, cause]);
  });

  it('brings contacts and privacy of the order', async () => {
    const { registrar, world } = aRegistrar();
    const registrant = aContact({ firstName: 'Wanted' });
    await registrar.transferDomain({ ...order, contacts: { registrant }, privacy: true });
    world.transfers.complete(domain);
    expect((await registrar.getContacts({ domain })).contacts).toMatchObject({
      registrant,
      billing: registrant,
    });
    expect(await registrar.getPrivacy({ domain })).toEqual({ domain, privacy: true });
  });

  it('stands although its ending permits no privacy', async () => {
    const { registrar, world } = aRegistrar();
    world.putForeignDomain({ domain: 'far-bakery.us', authCode });
    const wish = { ...order, domain: 'far-bakery.us', privacy: true } as const;
    const result = await registrar.transferDomain(wish);
    expect(result.incomplete).toMatchObject([
      { setting: 'privacy', error: { code: 'INVALID_DOMAIN_STATE', retryable: true } },
    ]);
    world.transfers.complete('far-bakery.us');
    expect(await registrar.transferDomain(wish)).toMatchObject({
      status: 'done',
      incomplete: [{ setting: 'privacy', error: { code: 'UNSUPPORTED_OPERATION' } }],
    });
    expect(world.ledger()).toHaveLength(1);
  });
});

describe('refused orders', () => {
  it.each([
    ['the code is wrong', { authCode: 'Wrong-Code' }, 'INVALID_INPUT'],
    ['nobody has registered it', { domain: 'free-bakery.com' }, 'DOMAIN_UNAVAILABLE'],
    ['its owner has locked it', { domain: 'google.com' }, 'INVALID_DOMAIN_STATE'],
    ['it is here already', { domain: 'own-bakery.com' }, 'INVALID_DOMAIN_STATE'],
    ['its ending is not sold', { domain: 'bakery.zzz' }, 'DOMAIN_UNAVAILABLE'],
  ])('%s', async (_why, change, code) => {
    const { registrar, world } = aRegistrar();
    registrar.seed('own-bakery.com');
    await expect(registrar.transferDomain({ ...order, ...change })).rejects.toMatchObject({
      code,
      effect: 'none',
    });
    expect(world.ledger()).toEqual([]);
  });

  it('a second one while the first is under way', async () => {
    const { registrar, world } = aRegistrar();
    await registrar.transferDomain(order);
    await expect(
      registrar.transferDomain(order, { idempotencyKey: 'another' }),
    ).rejects.toMatchObject({ code: 'INVALID_DOMAIN_STATE', state: 'transfer_in' });
    expect(world.ledger()).toHaveLength(1);
  });
});

describe('a lost answer', () => {
  const lost = { fault: 'answer-lost-after-commit', operation: 'transferDomain' } as const;

  it('is proved by the transfer that is there', async () => {
    const { registrar, world } = aRegistrar();
    world.faults.add(lost);
    expect(await registrar.transferDomain(order)).toMatchObject({
      status: 'pending',
      recovered: true,
      transferId: '300001',
    });
    expect(world.ledger()).toHaveLength(1);
  });

  it('is proved by the domain where the provider lists no transfers', async () => {
    const capabilities: CapabilityTable = {
      ...fakeCapabilities,
      getTransfer: { support: 'unsupported', reason: 'no call for it' },
      listTransfers: { support: 'unsupported', reason: 'no call for it' },
    };
    const { registrar, world } = aRegistrar({ capabilities });
    world.faults.add(lost);
    const result = await registrar.transferDomain(order);
    expect(result).toMatchObject({ status: 'pending', recovered: true });
    world.transfers.complete(domain);
    const { operation } = result;
    expect((await registrar.getOperation({ operation })).status).toBe('done');
  });

  const late = { fault: 'commit-after-reconcile-read', operation: 'transferDomain' } as const;

  it('of an order that comes late is proved by whatever reading shows it first', async () => {
    const { registrar, world } = aRegistrar();
    world.faults.add(late);
    const result = await registrar.transferDomain(order);
    expect(result).toMatchObject({ status: 'pending', recovered: true });
    expect(world.ledger()).toHaveLength(1);
    world.transfers.complete(domain);
    const { operation } = result;
    expect((await registrar.getOperation({ operation })).status).toBe('done');
  });

  it('of an order that comes after the last reading is unknown at first', async () => {
    const capabilities: CapabilityTable = {
      ...fakeCapabilities,
      getDomain: { support: 'unsupported', reason: 'no call for it' },
    };
    const { registrar, world } = aRegistrar({ capabilities });
    world.faults.add(late);
    const error: unknown = await registrar.transferDomain(order).catch((thrown: unknown) => thrown);
    if (!isRegistrarError(error, 'OUTCOME_UNKNOWN')) throw error;
    expect(await registrar.reconcileOperation({ operation: error.handle })).toMatchObject({
      status: 'pending',
      result: { recovered: true, transferId: '300001' },
    });
    expect(world.ledger()).toHaveLength(1);
  });
});

describe('checkTransfer', () => {
  it.each([
    [
      { domain, authCode },
      { transferable: true, authCodeRequired: true, authCodeValid: true },
    ],
    [{ domain }, { transferable: true, authCodeRequired: true }],
    [
      { domain, authCode: 'Wrong-Code' },
      {
        transferable: false,
        authCodeRequired: true,
        authCodeValid: false,
        reason: 'the auth code is not the right one; get it from the losing registrar',
      },
    ],
  ])('%j', async (input, expected) => {
    const { registrar } = aRegistrar();
    const check = await registrar.checkTransfer(input);
    expect(check).toEqual({ domain, locked: false, ...expected });
  });

  it('names what is in the way', async () => {
    const { registrar, world } = aRegistrar();
    world.putForeignDomain({ domain: 'held-bakery.com', authCode, locked: true });
    expect(await registrar.checkTransfer({ domain: 'held-bakery.com' })).toMatchObject({
      transferable: false,
      locked: true,
      reason: 'the losing registrar holds the domain with its lock; have it unlocked there',
    });
    await registrar.transferDomain(order);
    expect(await registrar.checkTransfer({ domain })).toMatchObject({ transferable: false });
  });
});

describe('getTransfer', () => {
  it.each([{ transferId: '1' }, { transferId: 'x' }, { domain: 'other-bakery.com' }])(
    'finds nothing for %j',
    async (change) => {
      const { registrar } = aRegistrar();
      await registrar.transferDomain(order);
      await expect(registrar.getTransfer({ domain, ...change })).rejects.toMatchObject({
        code: 'DOMAIN_NOT_FOUND',
      });
    },
  );

  it('keeps the number of one domain from another, and of one account from another', async () => {
    const { registrar, world } = aRegistrar();
    registrar.seed('own-bakery.com');
    const { transferId = '' } = await registrar.transferDomain(order);
    world.addAccount({ id: 'other' });
    const other = new FakeRegistrar({ world, account: 'other' });
    for (const attempt of [
      () => registrar.getTransfer({ domain: 'own-bakery.com', transferId }),
      () => other.getTransfer({ domain, transferId }),
      () => other.resubmitTransfer({ domain, transferId }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'DOMAIN_NOT_FOUND' });
  });
});

describe('listTransfers', () => {
  it('finds by what became of them and by name, the oldest first', async () => {
    const { registrar, world } = aRegistrar();
    for (const name of ['a-bakery.com', 'b-harbour.com', 'c-bakery.com', 'd-bakery.com']) {
      world.putForeignDomain({ domain: name, authCode });
      await registrar.transferDomain({ ...order, domain: name });
    }
    world.transfers.complete('a-bakery.com');
    world.transfers.advance(300_003, 'waiting_approval');
    await registrar.cancelTransfer({ domain: 'd-bakery.com' });
    const found = async (input = {}): Promise<string[]> => {
      const names: string[] = [];
      for await (const row of registrar.listTransfers(input)) names.push(row.domain);
      return names;
    };
    expect(await found()).toEqual([
      'a-bakery.com',
      'b-harbour.com',
      'c-bakery.com',
      'd-bakery.com',
    ]);
    expect(await found({ status: 'done' })).toEqual(['a-bakery.com']);
    expect(await found({ status: 'pending' })).toEqual(['b-harbour.com', 'c-bakery.com']);
    expect(await found({ status: 'failed' })).toEqual(['d-bakery.com']);
    expect(await found({ status: 'pending', search: 'Bakery' })).toEqual(['c-bakery.com']);
    world.faults.add({
      fault: 'missing-row',
      operation: 'listTransfers',
    });
    const { items } = await registrar.listTransfers().page();
    expect(items.map((row) => row.domain)).not.toContain('a-bakery.com');
    // Whoever reads the whole list notices that a row is missing, and looks again.
    world.faults.add({ fault: 'missing-row', operation: 'listTransfers' });
    expect(await found()).toContain('a-bakery.com');
  });

  it('comes a hundred at a time', async () => {
    const { registrar, world } = aRegistrar();
    world.deposit(registrar.account, money('2000.00', 'USD'));
    const { account } = registrar;
    for (let number = 0; number < 101; number += 1) {
      const name = `bakery-${number}.com`;
      world.putForeignDomain({ domain: name, authCode });
      world.transfers.start({ account, domain: name, authCode });
    }
    const first = await registrar.listTransfers().page();
    expect(first).toMatchObject({ total: 101, next: '100' });
    expect(first.items).toHaveLength(100);
    const second = await registrar.listTransfers().page(first.next);
    expect(second.items).toHaveLength(1);
    expect(second).not.toHaveProperty('next');
    await expect(registrar.listTransfers().page('x')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('a transfer to another registrar', () => {
  it('takes the auth code and leaves, or stays', async () => {
    const { registrar, world } = aRegistrar();
    registrar.seed({ domain: 'own-bakery.com', authCode: 'CANARY-Code!9' }, 'kept-bakery.com');
    const { authCode: code } = await registrar.getAuthCode({ domain: 'own-bakery.com' });
    expect(code.reveal()).toBe('CANARY-Code!9');
    expect(JSON.stringify([code, registrar.calls])).not.toContain('CANARY');
    await expect(registrar.approveTransferOut({ domain: 'own-bakery.com' })).rejects.toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
      state: 'active',
    });
    for (const leaving of ['own-bakery.com', 'kept-bakery.com']) {
      world.transfersOut.start(leaving);
      expect((await registrar.getDomain({ domain: leaving })).status).toBe('transfer_out');
    }
    await registrar.approveTransferOut({ domain: 'own-bakery.com' });
    await registrar.rejectTransferOut({ domain: 'kept-bakery.com' });
    expect((await registrar.getDomain({ domain: 'own-bakery.com' })).status).toBe(
      'transferred_away',
    );
    expect((await registrar.getDomain({ domain: 'kept-bakery.com' })).status).toBe('active');
  });
});

it('shows the auth code of an order nowhere', async () => {
  const events: unknown[] = [];
  const { registrar, world } = aRegistrar({
    runtime: { onEvent: (event) => events.push(event) },
  });
  world.putForeignDomain({ domain, authCode: 'CANARY-Code!1' });
  const secret = { ...order, authCode: 'CANARY-Code!1', contacts: aContactSet() };
  const refusal: unknown = await registrar
    .transferDomain({ ...secret, authCode: 'CANARY-Wrong!1' })
    .catch((error: unknown) => error);
  const result = await registrar.transferDomain(secret);
  const shown = JSON.stringify([
    refusal,
    result,
    events,
    registrar.calls,
    await registrar.getTransfer({ domain }),
    await registrar.getDomain({ domain }),
  ]);
  expect(shown).not.toContain('CANARY');
  expect(shown).toContain('[redacted]');
});
