import { beforeEach, describe, expect, it, test } from '@jest/globals';
import {
  isRegistrarError,
  money,
  parseDomainName,
  volatileJournal,
  type OperationJournal,
  type PurchaseEntry,
} from '@registrar-kit/core';
import { aShop, registration } from '../support/purchases.js';
import { rejectionOf } from '../support/thrown-by.js';

let now = 1_000_000;
let journal: OperationJournal;

beforeEach(() => {
  now = 1_000_000;
  journal = volatileJournal({ now: () => now });
});

function entry(id: string, changes: Partial<PurchaseEntry> = {}): PurchaseEntry {
  return {
    scope: 'scope',
    key: `key ${id}`,
    order: 'order',
    operation: {
      id,
      provider: 'test-registrar',
      environment: 'test',
      kind: 'registerDomain',
      domain: parseDomainName(`${id}.com`),
    },
    kind: 'registerDomain',
    environment: 'test',
    guard: { ownedBefore: false, years: 1 },
    price: money('10.00', 'USD'),
    startedAt: now,
    ...changes,
  };
}

describe('volatileJournal', () => {
  it('promises nothing beyond the process', async () => {
    expect(await journal.guarantees()).toMatchObject({ survives: 'nothing', shared: false });
  });

  it('begins an order once', async () => {
    const begun = await journal.begin(entry('a'));
    expect(begun).toMatchObject({ status: 'begun', row: { state: { status: 'started' } } });
    expect(await journal.begin({ ...entry('b'), key: 'key a' })).toEqual({
      status: 'exists',
      row: begun.status === 'begun' ? begun.row : undefined,
    });
    expect(await journal.list('scope')).toHaveLength(1);
  });

  it('holds the domain while an order for it is open', async () => {
    await journal.begin(entry('a'));
    const second = { ...entry('a'), key: 'another' };
    expect(await journal.begin(second)).toMatchObject({ status: 'busy' });
    await journal.settle('scope', 'a', { status: 'unknown', because: 'x' });
    expect(await journal.begin(second)).toMatchObject({ status: 'busy' });
    expect(await journal.begin({ ...second, kind: 'renewDomain' })).toMatchObject({
      status: 'begun',
    });
  });

  it('keeps accounts apart', async () => {
    await journal.begin(entry('a'));
    expect(await journal.begin(entry('a', { scope: 'other' }))).toMatchObject({ status: 'begun' });
    expect(await journal.find('third', 'key a')).toBeUndefined();
    expect(await journal.findById('third', 'a')).toBeUndefined();
    expect(await journal.list('other')).toHaveLength(1);
  });

  it('forgets a refused order', async () => {
    await journal.begin(entry('a'));
    await journal.settle('scope', 'a', { status: 'refused' });
    expect(await journal.find('scope', 'key a')).toBeUndefined();
    expect(await journal.begin(entry('a'))).toMatchObject({ status: 'begun' });
  });

  it('keeps a done order done, whatever comes late', async () => {
    await journal.begin(entry('a'));
    await journal.settle('scope', 'a', { status: 'done', result: { first: true } });
    await journal.settle('scope', 'a', { status: 'unknown', because: 'late' });
    await journal.settle('scope', 'a', { status: 'refused' });
    expect(await journal.findById('scope', 'a')).toMatchObject({
      state: { status: 'done', result: { first: true } },
    });
    await journal.settle('scope', 'a', { status: 'done', result: { complete: true } });
    expect(await journal.findById('scope', 'a')).toMatchObject({
      state: { status: 'done', result: { complete: true } },
    });
  });

  it('gives a copy of what it was given', async () => {
    const result = { incomplete: [] as string[], gone: undefined };
    await journal.begin(entry('a'));
    await journal.settle('scope', 'a', { status: 'done', result });
    result.incomplete.push('later');
    const row = await journal.findById('scope', 'a');
    expect(row?.state).toEqual({ status: 'done', result: { incomplete: [] } });
  });

  it('frees an expired key of a done order, and never one of an open order', async () => {
    await journal.begin(entry('a', { keyExpiresAt: now + 1000 }));
    await journal.begin(entry('b', { keyExpiresAt: now + 1000 }));
    await journal.settle('scope', 'a', { status: 'done', result: {} });
    now += 1000;
    expect(await journal.find('scope', 'key a')).toBeUndefined();
    expect(await journal.find('scope', 'key b')).toMatchObject({ operation: { id: 'b' } });
    expect(await journal.findById('scope', 'a')).toBeDefined();
  });

  it('lets a dead holder be replaced once, and a living or settled one never', async () => {
    await journal.begin(entry('a'));
    now += journal.leaseMs - 1;
    expect(await journal.takeOver('scope', 'a')).toBe(false);
    await journal.extendLease('scope', 'a');
    now += journal.leaseMs - 1;
    expect(await journal.takeOver('scope', 'a')).toBe(false);
    now += 1;
    expect(await journal.takeOver('scope', 'a')).toBe(true);
    expect(await journal.takeOver('scope', 'a')).toBe(false);
    await journal.settle('scope', 'a', { status: 'done', result: {} });
    now += 10 * journal.leaseMs;
    expect(await journal.takeOver('scope', 'a')).toBe(false);
    expect(await journal.takeOver('scope', 'nowhere')).toBe(false);
  });

  it('lists the newest first, so many as asked for', async () => {
    for (const id of ['a', 'b', 'c']) await journal.begin(entry(id));
    const ids = async (limit?: number): Promise<string[]> =>
      (await journal.list('scope', limit)).map(({ operation }) => operation.id);
    expect(await ids()).toEqual(['c', 'b', 'a']);
    expect(await ids(2)).toEqual(['c', 'b']);
  });

  test.each(['settle', 'extendLease'] as const)(
    '%s of an unknown row does nothing',
    async (step) => {
      await journal[step]('scope', 'nowhere', { status: 'refused' });
      expect(await journal.list('scope')).toEqual([]);
    },
  );
});

describe('a lease', () => {
  it('is for one holder, who extends it or gives it back', async () => {
    expect(await journal.takeLease('scope', 'zone', 'one')).toBe(true);
    now += journal.leaseMs - 1;
    expect(await journal.takeLease('scope', 'zone', 'other')).toBe(false);
    expect(await journal.takeLease('scope', 'zone', 'one')).toBe(true);
    now += journal.leaseMs - 1;
    expect(await journal.takeLease('scope', 'zone', 'other')).toBe(false);
    await journal.dropLease('scope', 'zone', 'other');
    expect(await journal.takeLease('scope', 'zone', 'other')).toBe(false);
    await journal.dropLease('scope', 'zone', 'one');
    expect(await journal.takeLease('scope', 'zone', 'other')).toBe(true);
  });

  it('is free when its holder gave no sign of life for leaseMs', async () => {
    await journal.takeLease('scope', 'zone', 'dead');
    now += journal.leaseMs;
    expect(await journal.takeLease('scope', 'zone', 'one')).toBe(true);
    expect(await journal.takeLease('scope', 'zone', 'dead')).toBe(false);
    await journal.dropLease('scope', 'zone', 'dead');
    expect(await journal.takeLease('scope', 'zone', 'other')).toBe(false);
  });

  it('is apart from those of other scopes and names', async () => {
    expect(await journal.takeLease('a', 'b\nc', 'one')).toBe(true);
    expect(await journal.takeLease('a\nb', 'c', 'other')).toBe(true);
    expect(await journal.takeLease('a', 'b', 'third')).toBe(true);
  });
});

describe('a spend limit', () => {
  const limited = (amount: string): OperationJournal =>
    volatileJournal({
      now: () => now,
      spendLimit: { amount: money(amount, 'USD'), periodMs: 60_000 },
    });

  it('counts orders under way as priced and done ones as charged', async () => {
    const purse = limited('25.00');
    expect(await purse.begin(entry('a'))).toMatchObject({ status: 'begun' });
    await purse.settle('scope', 'a', {
      status: 'done',
      result: {},
      charged: money('12.50', 'USD'),
    });
    expect(await purse.begin(entry('b'))).toMatchObject({ status: 'begun' });
    expect(await purse.begin(entry('c'))).toEqual({
      status: 'over_limit',
      limit: money('25.00', 'USD'),
      spent: money('22.50', 'USD'),
    });
    await purse.settle('scope', 'b', { status: 'refused' });
    expect(await purse.begin(entry('c'))).toMatchObject({ status: 'begun' });
  });

  it('is there again when the period has passed', async () => {
    const purse = limited('10.00');
    await purse.begin(entry('a'));
    expect(await purse.begin(entry('b'))).toMatchObject({ status: 'over_limit' });
    now += 60_000;
    expect(await purse.begin(entry('b', { startedAt: now }))).toMatchObject({ status: 'begun' });
  });

  it('stops a purchase before it is sent', async () => {
    const shop = aShop({ journal: limited('9.99') });
    const error = await rejectionOf(shop.registrar.registerDomain(registration));
    expect(isRegistrarError(error, 'INSUFFICIENT_FUNDS') && error.message).toContain(
      'would exceed the spend limit of 9.99 USD',
    );
    expect(error).toMatchObject({ diagnosis: [{ cause: 'spend_limit_reached' }] });
    expect(shop.driver.count('registerDomain')).toBe(0);
  });

  it('goes by the price where an adapter tells a charge that is no amount', async () => {
    const shop = aShop({ journal: limited('25.00') });
    shop.driver.charged = { amount: 'ten', currency: 'USD' };
    await shop.registrar.registerDomain(registration);
    shop.driver.charged = undefined;
    await shop.registrar.registerDomain({ ...registration, domain: 'second.com' });
    const error = await rejectionOf(
      shop.registrar.registerDomain({ ...registration, domain: 'third.com' }),
    );
    expect((error as Error).message).toContain('of which 20.00 USD is used');
  });
});
