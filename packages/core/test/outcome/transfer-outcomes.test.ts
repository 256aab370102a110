import { describe, expect, it, test } from '@jest/globals';
import {
  AccessDeniedError,
  AuthenticationError,
  InvalidInputError,
  isRegistrarError,
  money,
  RateLimitError,
  type Domain,
  type OperationHandle,
  type PurchaseHandle,
  type Transfer,
} from '@registrar-kit/core';
import {
  aShop,
  aWholeShop,
  lostAnswer,
  registration,
  transfer,
  type Shop,
} from '../support/purchases.js';
import { lifecycleCapabilities } from '../support/test-capabilities.js';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const withoutGetTransfer = {
  ...lifecycleCapabilities,
  getTransfer: { support: 'unsupported', reason: 'no such command' },
} as const;

/** Loses the answers of the next orders. */
function lose(shop: Shop, executed = false): void {
  shop.driver.course = async (commit, call) => {
    if (executed) commit();
    throw lostAnswer(call);
  };
}

async function unknownOutcome(call: Promise<unknown>): Promise<OperationHandle> {
  const error = await rejectionOf(call);
  expect(error).toMatchObject({ code: 'OUTCOME_UNKNOWN', effect: 'unknown', retryable: false });
  return (error as { handle: OperationHandle }).handle;
}

describe('a lost answer to a transfer', () => {
  it('is settled by the transfer that was not there before', async () => {
    const shop = aWholeShop();
    lose(shop, true);
    const result = await shop.registrar.transferDomain(transfer);
    expect(result).toMatchObject({
      status: 'pending',
      recovered: true,
      transferId: 'transfer-1',
      operation: { vendorRef: 'transfer-1' },
    });
    expect(result).not.toHaveProperty('charged');
    expect(shop.driver.operations).toEqual([
      ...['getTransfer', 'getDomain', 'quote', 'transferDomain', 'getTransfer'],
    ]);
    expect(await shop.registrar.transferDomain(transfer)).toEqual({ ...result, replayed: true });
  });

  it('is unknown without one, and it is never sent again', async () => {
    const shop = aWholeShop();
    lose(shop);
    const handle = await unknownOutcome(shop.registrar.transferDomain(transfer));
    shop.driver.course = async (commit) => commit();
    for (const options of [undefined, { idempotencyKey: 'another' }]) {
      expect(await unknownOutcome(shop.another().transferDomain(transfer, options))).toEqual(
        handle,
      );
      await shop.clock.advance(2 * 86_400_000);
    }
    expect(shop.driver.count('transferDomain')).toBe(1);
    shop.driver.startTransfer('example.com');
    const state = await shop.another().reconcileOperation({ operation: handle });
    expect(state).toMatchObject({
      status: 'pending',
      result: { recovered: true, transferId: 'transfer-1' },
    });
  });

  it('is read for after a refusal for frequency, and taken at its word when there is nothing', async () => {
    for (const executed of [true, false]) {
      const shop = aWholeShop();
      shop.driver.course = async (commit, call) => {
        if (executed) commit();
        const limit = { reason: 'minute', source: 'registrar', effect: 'unknown' } as const;
        throw new RateLimitError({ ...call.origin, detail: 'too many', ...limit });
      };
      const outcome = await shop.registrar
        .transferDomain(transfer)
        .catch((error: unknown) => error);
      expect(outcome).toMatchObject(
        executed ? { recovered: true } : { code: 'RATE_LIMITED', effect: 'none' },
      );
      expect(await shop.rows()).toHaveLength(executed ? 1 : 0);
    }
  });

  it('to one that has failed by now says that it was accepted, and that it was charged', async () => {
    const shop = aWholeShop();
    shop.driver.course = async (commit, call) => {
      commit();
      shop.driver.moveTransfer({ status: 'failed', cause: 'auth_code_wrong', reason: 'code 32' });
      throw lostAnswer(call);
    };
    const options = { idempotencyKey: 'order-7' };
    const error = await rejectionOf(shop.registrar.transferDomain(transfer, options));
    expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE') && error.message).toBe(
      'test-registrar: transferDomain (example.com): the answer was lost, and reading shows that the transfer was accepted and ' +
        "ended without the domain (auth_code_wrong: code 32); whether the charge is given back is the provider's to say",
    );
    expect(error).toMatchObject({ effect: 'applied', state: 'transfer_failed', retryable: false });
    const [row] = await shop.rows();
    const state = await shop.registrar.getOperation({ operation: row!.operation });
    expect(state).toEqual({ status: 'failed', cause: 'auth_code_wrong', reason: 'code 32' });
  });

  it('is told as failed by the same call later, before anything is ordered again', async () => {
    const shop = aWholeShop();
    lose(shop);
    await unknownOutcome(shop.registrar.transferDomain(transfer));
    shop.driver.startTransfer('example.com', { status: 'failed', cause: 'locked' });
    shop.driver.course = async (commit) => commit();
    const told = await rejectionOf(shop.registrar.transferDomain(transfer));
    expect(told).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'applied' });
    expect(shop.driver.count('transferDomain')).toBe(1);
    expect(await shop.registrar.transferDomain(transfer)).toMatchObject({ replayed: false });
    expect(shop.driver.count('transferDomain')).toBe(2);
  });
});

describe('proof of a transfer', () => {
  interface Case {
    readonly before?: Partial<Transfer>;
    readonly after?: Partial<Transfer>;
    /** How the one before stands then. */
    readonly again?: Transfer['status'];
    readonly domain?: Partial<Domain>;
    readonly numbered?: boolean;
  }

  async function stateAfter(given: Case): Promise<unknown> {
    const { before, after, again, domain, numbered = true } = given;
    const shop = aWholeShop();
    shop.driver.numbered = numbered;
    if (before !== undefined) shop.driver.startTransfer('example.com', before);
    lose(shop);
    const operation = await unknownOutcome(shop.registrar.transferDomain(transfer));
    if (after !== undefined) shop.driver.startTransfer('example.com', after);
    if (again !== undefined) shop.driver.moveTransfer({ status: again });
    if (domain !== undefined) shop.driver.own('example.com', domain);
    const state = await shop.another().reconcileOperation({ operation });
    return state.status;
  }
  const same = { transferId: 'transfer-1' };

  test.each<[string, Case, string]>([
    ['one where there was none', { after: {} }, 'pending'],
    ['one that waits for somebody', { after: { status: 'needs_action' } }, 'pending'],
    ['one in a state without a word', { after: { status: 'unknown' } }, 'pending'],
    ['one that is done already', { after: { status: 'done' } }, 'done'],
    ['one that has failed already', { after: { status: 'failed' } }, 'failed'],
    ['another number after a failure', { before: { status: 'failed' }, after: {} }, 'pending'],
    [
      'another number that failed too',
      { before: { status: 'failed' }, after: { status: 'failed' } },
      'failed',
    ],
    [
      'the same number, started again',
      { before: { status: 'failed' }, after: { ...same } },
      'unknown',
    ],
    [
      'the same number, done',
      { before: { status: 'done' }, after: { ...same, status: 'done' } },
      'unknown',
    ],
    [
      'the domain here, brought by the one before, which was started again',
      { before: { status: 'failed' }, again: 'done', domain: { status: 'active' } },
      'unknown',
    ],
    [
      'the domain here although the one before is still shown as failed',
      { before: { status: 'failed' }, domain: { status: 'active' } },
      'done',
    ],
    ['nothing at all', {}, 'unknown'],
    ['nothing new', { before: { status: 'failed' } }, 'unknown'],
    [
      'no numbers, under way after a failure',
      { numbered: false, before: { status: 'failed' }, after: {} },
      'pending',
    ],
    [
      'no numbers, failed after a failure',
      { numbered: false, before: { status: 'failed' }, after: { status: 'failed' } },
      'unknown',
    ],
    [
      'no numbers, done after one that was done',
      { numbered: false, before: { status: 'done' }, after: { status: 'done' } },
      'unknown',
    ],
    [
      'no numbers, failed where there was none',
      { numbered: false, after: { status: 'failed' } },
      'failed',
    ],
    ['the domain on its way', { domain: { status: 'transfer_in' } }, 'pending'],
    ['the domain here', { domain: { status: 'active' } }, 'done'],
    [
      'the domain here, of somebody else',
      { domain: { status: 'active', owned: false } },
      'unknown',
    ],
    ['the domain here and expired', { domain: { status: 'expired' } }, 'unknown'],
    ['the domain in a state without a word', { domain: { status: 'unknown' } }, 'unknown'],
  ])('%s', async (_, readings, status) => {
    expect(await stateAfter(readings)).toBe(status);
  });

  it('needs no list of transfers where the domain shows it', async () => {
    const shop = aShop({}, new TestDriver({ capabilities: withoutGetTransfer }));
    lose(shop);
    const operation = await unknownOutcome(shop.registrar.transferDomain(transfer));
    shop.driver.startTransfer('example.com');
    const state = () => shop.registrar.reconcileOperation({ operation });
    expect(await state()).toEqual({ status: 'unknown' });
    shop.driver.own('example.com', { status: 'transfer_in' });
    expect(await state()).toMatchObject({ status: 'pending' });
    expect(shop.driver.count('getTransfer')).toBe(0);
  });

  it('is not a domain that is here, when nobody could see that it was not here before', async () => {
    const shop = aWholeShop();
    const getDomain = shop.driver.getDomain.bind(shop.driver);
    const reason = 'unspecified';
    shop.driver.getDomain = async (_, call) => {
      throw new AccessDeniedError({ ...call.origin, detail: 'not to be looked at', reason });
    };
    lose(shop);
    const operation = await unknownOutcome(shop.registrar.transferDomain(transfer));
    shop.driver.getDomain = getDomain;
    for (const status of ['transfer_in', 'active'] as const) {
      shop.driver.own('example.com', { status });
      expect(await shop.registrar.reconcileOperation({ operation })).toEqual({ status: 'unknown' });
    }
  });

  it('is not a domain that was registered here since', async () => {
    const shop = aWholeShop();
    lose(shop);
    const operation = await unknownOutcome(shop.registrar.transferDomain(transfer));
    // The name was free, so that nothing could be transferred.
    shop.driver.course = async (commit) => commit();
    await shop.registrar.registerDomain(registration);
    const state = () => shop.another().reconcileOperation({ operation });
    expect(await state()).toEqual({ status: 'unknown' });
    expect(shop.driver.count('transferDomain')).toBe(1);
    // A transfer that is listed is one all the same.
    shop.driver.startTransfer('example.com', { status: 'failed', cause: 'already_here' });
    expect(await state()).toMatchObject({ status: 'failed' });
  });

  it('is a domain that is here, whatever was registered under the name long before', async () => {
    const shop = aWholeShop();
    await shop.registrar.registerDomain(registration);
    shop.driver.own('example.com', { status: 'transferred_away' });
    await shop.clock.advance(90 * 86_400_000);
    lose(shop);
    const operation = await unknownOutcome(shop.registrar.transferDomain(transfer));
    shop.driver.own('example.com');
    const state = await shop.registrar.reconcileOperation({ operation });
    expect(state).toMatchObject({ status: 'done', result: { recovered: true } });
  });

  it('says when it cannot read, instead of calling that unknown', async () => {
    const shop = aWholeShop();
    lose(shop);
    const operation = await unknownOutcome(shop.registrar.transferDomain(transfer));
    shop.driver.getTransfer = async (_, call) => {
      throw new AuthenticationError({ ...call.origin, detail: 'no', reason: 'unauthorized' });
    };
    const error = await rejectionOf(shop.registrar.reconcileOperation({ operation }));
    expect(isRegistrarError(error, 'AUTHENTICATION_FAILED')).toBe(true);
  });
});

describe('a transfer under way', () => {
  async function started(shop = aWholeShop()) {
    const { operation } = await shop.registrar.transferDomain(transfer);
    return { shop, operation, state: () => shop.another().getOperation({ operation }) };
  }

  it('stays pending, is asked for by its number, and is done when the provider says so', async () => {
    const { shop, operation, state } = await started();
    const asked = shop.driver.log.length;
    for (const status of ['pending', 'needs_action', 'unknown'] as const) {
      shop.driver.moveTransfer({ status });
      expect(await state()).toMatchObject({ status: 'pending', result: { status: 'pending' } });
    }
    expect(shop.driver.log[asked]?.request).toEqual({
      domain: 'example.com',
      transferId: 'transfer-1',
    });
    shop.driver.moveTransfer({ status: 'done' });
    const done = await state();
    expect(done).toMatchObject({
      status: 'done',
      result: { status: 'done', charged: money('10.00', 'USD'), transferId: 'transfer-1' },
    });
    expect(done).not.toHaveProperty('result.expiresOn');
    // Once done it is done, whatever is read later.
    shop.driver.transfers.pop();
    expect(await state()).toMatchObject({ status: 'done' });
    expect(operation.vendorRef).toBe('transfer-1');
  });

  it('that fails is failed, with what is known of why, and without another charge', async () => {
    const { shop, state } = await started();
    shop.driver.moveTransfer({ status: 'failed', cause: 'approval_refused', reason: 'said no' });
    const failed = { status: 'failed', cause: 'approval_refused', reason: 'said no' };
    expect(await state()).toEqual(failed);
    expect(await shop.rows()).toMatchObject([
      { state: { status: 'done', result: failed, charged: money('10.00', 'USD') } },
    ]);
  });

  it('that failed and was started again is pending again, and says nothing of the old failure', async () => {
    const { shop, state } = await started();
    shop.driver.moveTransfer({ status: 'failed', cause: 'locked' });
    expect(await state()).toMatchObject({ status: 'failed' });
    shop.driver.moveTransfer({ status: 'pending' });
    expect(await state()).toMatchObject({ status: 'pending', result: { status: 'pending' } });
    expect((await state()) as object).not.toHaveProperty('result.cause');
    shop.driver.moveTransfer({ status: 'failed' });
    expect(await state()).toMatchObject({ status: 'failed' });
    shop.driver.moveTransfer({ status: 'done' });
    expect(await state()).toMatchObject({ status: 'done' });
  });

  it('whose number the provider knows no more goes by the domain', async () => {
    const { shop, state } = await started();
    shop.driver.getTransfer = async (_, call) => {
      const issues = [{ path: 'transferId', problem: 'is not known', cure: 'look it up' }];
      throw new InvalidInputError({ ...call.origin, issues });
    };
    expect(await state()).toMatchObject({ status: 'pending' });
    shop.driver.own('example.com');
    expect(await state()).toMatchObject({ status: 'done' });
  });

  it('is done when the domain is here, where the provider tells of no transfers', async () => {
    const driver = new TestDriver({ capabilities: withoutGetTransfer });
    driver.numbered = false;
    const { shop, state } = await started(aShop({}, driver));
    expect(await state()).toMatchObject({ status: 'pending' });
    shop.driver.own('example.com', { status: 'transfer_in' });
    expect(await state()).toMatchObject({ status: 'pending' });
    shop.driver.own('example.com');
    expect(await state()).toMatchObject({ status: 'done' });
  });

  it('is not taken for the one before, where transfers have no numbers', async () => {
    const shop = aWholeShop();
    shop.driver.numbered = false;
    shop.driver.startTransfer('example.com', { status: 'failed', cause: 'locked' });
    shop.driver.course = async () => ({ status: 'pending' });
    const { operation } = await shop.registrar.transferDomain(transfer);
    const state = () => shop.registrar.getOperation({ operation });
    // The provider shows the old one for a while.
    expect(await state()).toMatchObject({ status: 'pending' });
    await shop.clock.advance(10 * 60_000);
    expect(await state()).toMatchObject({ status: 'failed', cause: 'locked' });
  });

  it('is never taken for the one before where that has a number and the answer named none', async () => {
    const shop = aWholeShop();
    shop.driver.startTransfer('example.com', { status: 'failed', cause: 'locked' });
    shop.driver.course = async () => ({ status: 'pending' });
    const { operation } = await shop.registrar.transferDomain(transfer);
    const state = () => shop.registrar.getOperation({ operation });
    await shop.clock.advance(60 * 60_000);
    expect(await state()).toMatchObject({ status: 'pending' });
    // Started again in the panel, it is still the old one.
    shop.driver.moveTransfer({ status: 'done' });
    expect(await state()).toMatchObject({ status: 'pending' });
    shop.driver.startTransfer('example.com', { status: 'failed', cause: 'registry' });
    expect(await state()).toEqual({ status: 'failed', cause: 'registry' });
  });

  it('is not believed to be done from a reading that shows the one before as done', async () => {
    const shop = aWholeShop();
    shop.driver.numbered = false;
    shop.driver.startTransfer('example.com', { status: 'done' });
    shop.driver.course = async () => ({ status: 'pending' });
    const { operation } = await shop.registrar.transferDomain(transfer);
    const state = () => shop.registrar.getOperation({ operation });
    await shop.clock.advance(86_400_000);
    expect(await state()).toMatchObject({ status: 'pending' });
    shop.driver.own('example.com');
    expect(await state()).toMatchObject({ status: 'done' });
  });
});

describe('the same transfer after it failed', () => {
  async function failed(options?: { readonly idempotencyKey: string }): Promise<{
    readonly shop: Shop;
    readonly operation: PurchaseHandle;
  }> {
    const shop = aWholeShop();
    const { operation } = await shop.registrar.transferDomain(transfer, options);
    shop.driver.moveTransfer({ status: 'failed', cause: 'auth_code_wrong' });
    await shop.registrar.getOperation({ operation });
    return { shop, operation };
  }

  it('is a new order where no key names it: the code is right now', async () => {
    const { shop, operation } = await failed();
    const again = { ...transfer, authCode: 'CANARY-right' };
    const second = await shop.another().transferDomain(again);
    expect(second).toMatchObject({ replayed: false, transferId: 'transfer-2' });
    expect(second.operation.id).not.toBe(operation.id);
    // And that one is recognised like any other.
    expect(await shop.registrar.transferDomain(again)).toEqual({ ...second, replayed: true });
    expect(shop.driver.count('transferDomain')).toBe(2);
  });

  it('is ordered once by two that ask at the same time', async () => {
    const { shop } = await failed();
    const both = Promise.all([
      shop.registrar.transferDomain(transfer),
      shop.another().transferDomain(transfer),
    ]);
    await shop.clock.advance(1000);
    const ids = (await both).map(({ operation }) => operation.id);
    expect(new Set(ids).size).toBe(1);
    expect(shop.driver.count('transferDomain')).toBe(2);
  });

  it('may fail and be ordered again as often as it takes', async () => {
    const { shop } = await failed();
    for (const count of [2, 3, 4]) {
      const { operation } = await shop.registrar.transferDomain(transfer);
      expect(shop.driver.count('transferDomain')).toBe(count);
      shop.driver.moveTransfer({ status: 'failed' });
      await shop.registrar.getOperation({ operation });
    }
  });

  it('under the key of the caller stays that order, and says what to do', async () => {
    const options = { idempotencyKey: 'order-7' };
    const { shop } = await failed(options);
    const error = await rejectionOf(shop.registrar.transferDomain(transfer, options));
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
    expect((error as Error).message).toMatch(
      /ended without the domain \(auth_code_wrong\); start it again with resubmitTransfer, or order it anew under another key/,
    );
    expect(shop.driver.count('transferDomain')).toBe(1);
  });

  it('replays once it was started again', async () => {
    for (const options of [undefined, { idempotencyKey: 'order-7' }]) {
      const { shop, operation } = await failed(options);
      shop.driver.moveTransfer({ status: 'pending' });
      const result = await shop.registrar.transferDomain(transfer, options);
      expect(result).toMatchObject({ status: 'pending', replayed: true, operation });
      expect(shop.driver.count('transferDomain')).toBe(1);
    }
  });
});
