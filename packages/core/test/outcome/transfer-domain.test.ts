import { describe, expect, it, test } from '@jest/globals';
import {
  AccessDeniedError,
  isRegistrarError,
  money,
  Secret,
  TransportError,
  type AccessReason,
  type Domain,
  type DomainStatus,
  type Transfer,
} from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';
import { aShop, aWholeShop, lostAnswer, transfer, type Shop } from '../support/purchases.js';
import { lifecycleCapabilities } from '../support/test-capabilities.js';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const stateOf = (error: unknown) => isRegistrarError(error, 'INVALID_DOMAIN_STATE') && error.state;

describe('transferDomain', () => {
  test.each([
    ['text', ' CANARY-auth-code '],
    ['a secret', new Secret('CANARY-auth-code')],
  ])('sends one order, with the auth code given as %s', async (_, authCode) => {
    const shop = aWholeShop();
    const result = await shop.registrar.transferDomain({
      ...transfer,
      domain: 'EXAMPLE.com.',
      authCode,
      contacts: { registrant: aContact() },
      privacy: true,
    });
    expect(shop.driver.log.map(({ operation, call }) => [operation, call.retry])).toEqual([
      ['getTransfer', 'read'],
      ['getDomain', 'read'],
      ['quote', 'read'],
      ['transferDomain', 'never'],
    ]);
    expect(shop.driver.log[0]?.request).toEqual({ domain: 'example.com', transferId: undefined });
    expect(shop.driver.log[2]?.request).toEqual({
      operation: 'transferDomain',
      domain: 'example.com',
      years: 1,
    });
    const { authCode: sent, ...order } = shop.driver.log[3]?.request as { authCode: Secret };
    expect(sent.reveal()).toBe('CANARY-auth-code');
    const contact = aContact();
    expect(order).toEqual({
      domain: 'example.com',
      contacts: { registrant: contact, admin: contact, tech: contact, billing: contact },
      privacy: true,
      reading: expect.objectContaining({ price: money('10.00', 'USD') }),
    });
    expect(result).toEqual({
      status: 'pending',
      operation: {
        id: result.operation.id,
        provider: 'test-registrar',
        environment: 'test',
        kind: 'transferDomain',
        domain: 'example.com',
        vendorRef: 'transfer-1',
      },
      charged: money('10.00', 'USD'),
      recovered: false,
      replayed: false,
      incomplete: [],
      domain: 'example.com',
      transferId: 'transfer-1',
    });
  });

  it('leaves the contacts and the privacy as they are where the caller wishes nothing', async () => {
    const shop = aWholeShop();
    await shop.registrar.transferDomain(transfer);
    expect(shop.driver.log[3]?.request).toMatchObject({ contacts: undefined, privacy: undefined });
  });

  it('records what a later reading is compared with', async () => {
    const shop = aWholeShop();
    await shop.registrar.transferDomain(transfer);
    shop.driver.startTransfer('other.com', { status: 'failed', cause: 'locked' });
    await shop.registrar.transferDomain({ ...transfer, domain: 'other.com' });
    expect((await shop.rows()).map(({ guard }) => guard)).toEqual([
      {
        transferBefore: { status: 'failed', transferId: 'transfer-2' },
        ownedBefore: false,
        years: 1,
      },
      { transferBefore: { status: 'absent' }, ownedBefore: false, years: 1 },
    ]);
  });

  it('shows the auth code and the contacts nowhere', async () => {
    const shop = aWholeShop();
    const order = { ...transfer, contacts: { registrant: aContact() }, privacy: true };
    await shop.registrar.transferDomain(order);
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    const error = await rejectionOf(
      shop.registrar.transferDomain({ ...order, domain: 'other.com' }, { idempotencyKey: 'k' }),
    );
    const rows = await shop.rows();
    expect(rows).toHaveLength(2);
    const everything = [rows, shop.events, error, (error as Error).message];
    expect(JSON.stringify(everything)).not.toMatch(/canary|Doe|12125550123/i);
    expect(rows[0]).toMatchObject({ wishes: ['contacts', 'privacy'] });
  });

  it('has the same key whatever the auth code', async () => {
    const shop = aWholeShop();
    const first = await shop.registrar.transferDomain(transfer);
    expect(
      await shop.another().transferDomain({ ...transfer, authCode: 'CANARY-another' }),
    ).toEqual({ ...first, replayed: true });
    expect(shop.driver.count('transferDomain')).toBe(1);
  });

  test.each<[unknown, string, string]>([
    [undefined, 'authCode', 'is missing'],
    ['', 'authCode', 'is missing'],
    [42, 'authCode', 'is not an auth code'],
    ['CANARY\ncode', 'authCode', 'holds a control or a broken character'],
    ['C'.repeat(256), 'authCode', 'is not an auth code'],
  ])('refuses %j as the auth code', async (authCode, path, problem) => {
    const shop = aWholeShop();
    const call = shop.registrar.transferDomain({ ...transfer, authCode } as never);
    const error = await rejectionOf(call);
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
      { path, problem },
    ]);
    expect(JSON.stringify(error)).not.toContain('CANARY');
    expect(shop.driver.log).toEqual([]);
  });

  it('takes no years: a transfer holds one', async () => {
    const shop = aWholeShop();
    const call = shop.registrar.transferDomain({ ...transfer, years: 2 } as never);
    const error = await rejectionOf(call);
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
      { path: 'years', problem: 'is not a field of this input' },
    ]);
    const quote = { operation: 'transferDomain', domain: 'example.com' } as const;
    const price = { ...(await shop.registrar.quote(quote)), years: 2 };
    const quoted = await rejectionOf(shop.registrar.transferDomain({ ...transfer, price }));
    expect(isRegistrarError(quoted, 'INVALID_INPUT') && quoted.issues).toMatchObject([
      { path: 'price.years' },
    ]);
  });

  it('tells what a dry run would cost', async () => {
    const shop = aWholeShop();
    expect(await shop.registrar.transferDomain(transfer, { dryRun: true })).toMatchObject({
      status: 'not_sent',
      quote: { operation: 'transferDomain', years: 1 },
    });
    expect(shop.driver.count('transferDomain')).toBe(0);
  });

  it('does not order a premium name at the listed price', async () => {
    const shop = aWholeShop();
    shop.driver.special = { premium: true };
    const error = await rejectionOf(shop.registrar.transferDomain(transfer));
    expect(isRegistrarError(error, 'PRICE_CHANGED')).toBe(true);
  });
});

describe('the guards', () => {
  test.each<[Transfer['status'], RegExp]>([
    ['pending', /is under way already; getTransfer tells how it stands/],
    ['needs_action', /is under way already; getTransfer tells how it stands/],
    ['unknown', /in a state without a known meaning; look at it with getTransfer/],
  ])('do not order beside a transfer that is %s', async (status, words) => {
    const shop = aWholeShop();
    shop.driver.startTransfer('example.com', { status });
    const error = await rejectionOf(shop.registrar.transferDomain(transfer));
    expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE') && error.message).toMatch(words);
    expect(shop.driver.operations).toEqual(['getTransfer']);
    expect(await shop.rows()).toEqual([]);
  });

  test.each<Transfer['status']>(['failed', 'done'])(
    'order after one that is %s',
    async (status) => {
      const shop = aWholeShop();
      shop.driver.startTransfer('example.com', { status });
      expect(await shop.registrar.transferDomain(transfer)).toMatchObject({
        transferId: 'transfer-2',
      });
    },
  );

  test.each<[DomainStatus, RegExp]>([
    ['active', /is in this account already \(active\)/],
    ['on_hold', /is in this account already \(on_hold\)/],
    ['expired', /is in this account already \(expired\)/],
    ['transfer_out', /is in this account already \(transfer_out\)/],
    ['transfer_in', /a transfer of the domain is under way already/],
    ['unknown', /in a state without a known meaning/],
  ])('do not order what the account shows as %s', async (status, words) => {
    const shop = aWholeShop();
    shop.driver.own('example.com', { status });
    const error = await rejectionOf(shop.registrar.transferDomain(transfer));
    expect(stateOf(error)).toBe(status);
    expect((error as Error).message).toMatch(words);
    expect(shop.driver.operations).toEqual(['getTransfer', 'getDomain']);
  });

  test.each<[string, Partial<Domain>]>([
    ['went away', { status: 'transferred_away' }],
    ['did not come', { status: 'transfer_failed' }],
    ['was deleted', { status: 'deleted' }],
    ['is only shown', { status: 'active', owned: false }],
  ])('order what %s', async (_, changes) => {
    const shop = aWholeShop();
    shop.driver.own('example.com', changes);
    expect(await shop.registrar.transferDomain(transfer)).toMatchObject({ status: 'pending' });
    expect((await shop.rows())[0]?.guard).toMatchObject({ ownedBefore: false });
  });

  test.each<[AccessReason, false | undefined]>([
    ['not_domain_owner', false],
    ['unspecified', undefined],
  ])(
    'take a domain that may not be looked at for one of somebody else: %s',
    async (reason, owned) => {
      const shop = aWholeShop();
      shop.driver.getDomain = async (_, call) => {
        throw new AccessDeniedError({ ...call.origin, detail: 'no', reason });
      };
      await shop.registrar.transferDomain(transfer);
      expect((await shop.rows())[0]?.guard?.ownedBefore).toBe(owned);
    },
  );

  it('do not order when they cannot read', async () => {
    const shop = aWholeShop();
    for (const method of ['getTransfer', 'getDomain'] as const) {
      const driver = new TestDriver({ capabilities: lifecycleCapabilities });
      Object.assign(driver, {
        [method]: async (_: unknown, call: Parameters<typeof driver.getBalance>[0]) => {
          throw new AccessDeniedError({ ...call.origin, detail: 'no', reason: 'ip_not_allowed' });
        },
      });
      const error = await rejectionOf(aShop({}, driver).registrar.transferDomain(transfer));
      expect(isRegistrarError(error, 'ACCESS_DENIED')).toBe(true);
      expect(driver.count('transferDomain')).toBe(0);
    }
    expect(shop.driver.log).toEqual([]);
  });

  it('do without what the provider does not offer', async () => {
    const getTransfer = { support: 'unsupported', reason: 'no such command' } as const;
    const capabilities = { ...lifecycleCapabilities, getTransfer };
    const shop = aShop({}, new TestDriver({ capabilities }));
    // The adapter has the method all the same; what the table says counts.
    shop.driver.startTransfer('example.com');
    expect(await shop.registrar.transferDomain(transfer)).toMatchObject({ status: 'pending' });
    expect(shop.driver.operations).toEqual(['getDomain', 'quote', 'transferDomain']);
    expect((await shop.rows())[0]?.guard).toEqual({ ownedBefore: false, years: 1 });
  });
});

describe('a second order for the same domain', () => {
  const order = (shop: Shop, idempotencyKey: string) =>
    shop.another().transferDomain(transfer, { idempotencyKey });

  it('is not sent, even when both looked before either paid', async () => {
    const shop = aWholeShop();
    const both = Promise.allSettled([order(shop, 'first'), order(shop, 'second')]);
    await shop.clock.advance(1000);
    expect((await both).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(shop.driver.count('transferDomain')).toBe(1);
  });

  it('is refused while the provider does not show the first yet', async () => {
    const shop = aWholeShop();
    shop.driver.course = async () => ({ status: 'pending', vendorRef: 'transfer-9' });
    await order(shop, 'first');
    const error = await rejectionOf(order(shop, 'second'));
    expect(stateOf(error)).toBeUndefined();
    expect((error as Error).message).toContain('was just ordered to be transferred');
    expect(shop.driver.count('transferDomain')).toBe(1);
    expect(await shop.rows()).toHaveLength(1);
  });

  it('is sent once the first is seen to have failed', async () => {
    const shop = aWholeShop();
    await order(shop, 'first');
    shop.driver.moveTransfer({ status: 'failed', cause: 'auth_code_wrong' });
    expect(await order(shop, 'second')).toMatchObject({ transferId: 'transfer-2' });
    // A failure of an earlier one says nothing of the latest.
    shop.driver.transfers.pop();
    const error = await rejectionOf(order(shop, 'third'));
    expect((error as Error).message).toContain('was just ordered to be transferred');
    expect(shop.driver.count('transferDomain')).toBe(2);
  });

  it('waits for some minutes where transfers have no numbers to tell them apart', async () => {
    const shop = aWholeShop();
    shop.driver.numbered = false;
    await order(shop, 'first');
    shop.driver.moveTransfer({ status: 'failed' });
    await shop.clock.advance(10 * 60_000 - 1);
    await rejectionOf(order(shop, 'second'));
    expect(shop.driver.count('transferDomain')).toBe(1);
    await shop.clock.advance(1);
    await order(shop, 'second');
    expect(shop.driver.count('transferDomain')).toBe(2);
  });

  it('is refused as long as only the one before the first is shown, whose answer named no number', async () => {
    const shop = aWholeShop();
    shop.driver.startTransfer('example.com', { status: 'failed' });
    shop.driver.course = async () => ({ status: 'pending' });
    await order(shop, 'first');
    await shop.clock.advance(60 * 60_000);
    const error = await rejectionOf(order(shop, 'second'));
    expect((error as Error).message).toContain('was just ordered to be transferred');
    shop.driver.startTransfer('example.com', { status: 'failed' });
    await order(shop, 'second');
    expect(shop.driver.count('transferDomain')).toBe(2);
  });

  it('is free to go after a refusal', async () => {
    const shop = aWholeShop();
    shop.driver.course = async (_, call) => {
      throw new TransportError({ ...call.origin, detail: 'refused', phase: 'not_sent' });
    };
    await rejectionOf(order(shop, 'first'));
    shop.driver.course = async (commit) => commit();
    expect(await order(shop, 'first')).toMatchObject({ replayed: false });
  });
});
