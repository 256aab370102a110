import { describe, expect, it, test } from '@jest/globals';
import {
  InsufficientFundsError,
  JournalError,
  settleTimeMs,
  volatileJournal,
  type OperationJournal,
} from '@registrar-kit/core';
import { aShop, lostAnswer, registration, renewal, type Shop } from '../support/purchases.js';
import { rejectionOf } from '../support/thrown-by.js';

interface Warning {
  readonly message: string;
  readonly details: Record<string, unknown> | undefined;
}

/** A shop whose journal fails at one step. */
function failingAt(
  step: keyof OperationJournal,
  failure = new Error('CANARY disk full'),
): Shop & { readonly warnings: Warning[] } {
  const warnings: Warning[] = [];
  const journal = volatileJournal();
  const failing = Object.assign(journal, {
    [step]: async () => {
      throw failure;
    },
  });
  const shop = aShop({
    journal: failing,
    logger: {
      debug: () => undefined,
      warn: (message, details) => {
        warnings.push({ message, details });
      },
    },
  });
  shop.driver.own('mine.com');
  return { ...shop, warnings };
}

describe('a journal that fails before the order is sent', () => {
  test.each(['find', 'begin'] as const)('stops it: %s', async (step) => {
    const shop = failingAt(step);
    const error = await rejectionOf(shop.registrar.registerDomain(registration));
    expect(error).toMatchObject({
      code: 'CONFIGURATION_INVALID',
      effect: 'none',
      retryable: true,
      issues: [{ path: 'runtime.journal', problem: 'failed, so nothing was sent' }],
    });
    expect(JSON.stringify(error)).not.toContain('CANARY');
    expect(shop.driver.count('registerDomain')).toBe(0);
  });

  it('says why, where the engine does in words that are fit to print', async () => {
    const shop = failingAt('begin', new JournalError('full', 'the disk of orders.sqlite is full'));
    const error = await rejectionOf(shop.registrar.registerDomain(registration));
    expect((error as Error).message).toContain(
      'runtime.journal: failed, so nothing was sent (the disk of orders.sqlite is full)',
    );
  });

  it('leaves no row behind when the record was made and the answer to it was lost', async () => {
    const journal = volatileJournal();
    const begin = journal.begin.bind(journal);
    let losses = 1;
    const forgetful = Object.assign(journal, {
      begin: async (entry: Parameters<typeof begin>[0]) => {
        const outcome = await begin(entry);
        if (losses-- > 0) throw new Error('the answer was lost');
        return outcome;
      },
    });
    const shop = aShop({ journal: forgetful });
    await expect(shop.registrar.registerDomain(registration)).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
    });
    const result = await shop.registrar.registerDomain(registration);
    expect(result).toMatchObject({ status: 'done', recovered: false, replayed: false });
  });

  it('stops a renewal when it cannot look for a rival', async () => {
    const shop = failingAt('list');
    const error = await rejectionOf(shop.registrar.renewDomain({ ...renewal, domain: 'mine.com' }));
    expect(error).toMatchObject({ code: 'CONFIGURATION_INVALID', effect: 'none' });
    expect(shop.driver.count('renewDomain')).toBe(0);
  });
});

describe('a journal that fails after the order was sent', () => {
  it('does not take the result away; the log hears of it', async () => {
    const shop = failingAt('settle');
    const result = await shop.registrar.registerDomain(registration);
    expect(result).toMatchObject({ status: 'done', charged: { amount: '10.00' } });
    expect(shop.warnings).toEqual([
      {
        message: 'the journal could not record how a purchase ended',
        details: {
          id: result.operation.id,
          provider: 'test-registrar',
          environment: 'test',
          kind: 'registerDomain',
          domain: 'example.com',
          outcome: 'done',
        },
      },
    ]);
  });

  it('is logged with the reason that the engine gives', async () => {
    const shop = failingAt('settle', new JournalError('lost', 'the file was removed'));
    await shop.registrar.registerDomain(registration);
    expect(shop.warnings).toMatchObject([{ details: { because: 'the file was removed' } }]);
  });

  it('hides neither a refusal nor an unknown outcome', async () => {
    const shop = failingAt('settle');
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    const error = await rejectionOf(shop.registrar.registerDomain(registration));
    expect(error).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(shop.warnings.map(({ details }) => details?.['outcome'])).toEqual(['unknown']);
  });

  it('does not break the order by failing to extend the lease', async () => {
    const shop = failingAt('extendLease');
    shop.driver.course = async (commit) => {
      await shop.clock.delay(100_000);
      return commit();
    };
    const result = shop.registrar.registerDomain(registration);
    await shop.clock.advance(100_000);
    expect(await result).toMatchObject({ status: 'done' });
  });
});

describe('a journal that answers again', () => {
  /** A shop whose journal can be switched off. */
  function interrupted(): Shop & { down: boolean } {
    const journal = volatileJournal({ now: () => shop.clock.now() });
    const state = { down: false };
    const names = [
      'begin',
      'beginAgain',
      'settle',
      'find',
      'findById',
      'list',
      'takeOver',
    ] as const;
    for (const name of names) {
      const step = journal[name].bind(journal) as (...given: unknown[]) => Promise<never>;
      Object.assign(journal, {
        [name]: async (...given: unknown[]) => {
          if (state.down) throw new JournalError('unreachable', 'the journal is gone');
          return step(...given);
        },
      });
    }
    const shop = aShop({ journal });
    return Object.defineProperty(Object.assign(state, shop), 'down', { writable: true });
  }

  test.each(['done', 'unknown', 'refused'] as const)(
    'is told how an order ended that it missed: %s',
    async (end) => {
      const shop = interrupted();
      shop.driver.own('example.com');
      shop.driver.course = async (commit, call) => {
        shop.down = true;
        if (end === 'done') return commit();
        if (end === 'unknown') throw lostAnswer(call);
        throw new InsufficientFundsError({ ...call.origin, detail: 'too little' });
      };
      const options = { idempotencyKey: 'order-7' };
      const first = await shop.registrar
        .renewDomain(renewal, options)
        .catch((error: unknown) => error);
      expect(first).toMatchObject(
        {
          done: { status: 'done', charged: { amount: '10.00' } },
          unknown: { code: 'OUTCOME_UNKNOWN' },
          refused: { code: 'INSUFFICIENT_FUNDS', effect: 'none' },
        }[end],
      );
      const meanwhile = await rejectionOf(shop.registrar.renewDomain(renewal, options));
      expect(meanwhile).toMatchObject({ code: 'CONFIGURATION_INVALID', effect: 'none' });
      expect(shop.driver.count('renewDomain')).toBe(1);

      // No lease is waited for: this process knows.
      shop.down = false;
      shop.driver.course = async (commit) => commit();
      const again = await shop.registrar
        .renewDomain(renewal, options)
        .catch((error: unknown) => error);
      expect(again).toMatchObject(
        {
          done: { replayed: true, recovered: false, charged: { amount: '10.00' } },
          unknown: { code: 'OUTCOME_UNKNOWN' },
          refused: { status: 'done', replayed: false },
        }[end],
      );
      expect(shop.driver.count('renewDomain')).toBe(end === 'refused' ? 2 : 1);
    },
  );

  it('is told nothing of an order that others have sent again since', async () => {
    const shop = interrupted();
    shop.driver.course = async (_, call) => {
      shop.down = true;
      throw lostAnswer(call);
    };
    await rejectionOf(shop.registrar.registerDomain(registration));
    shop.down = false;
    await shop.clock.advance(shop.journal.leaseMs + settleTimeMs);
    shop.driver.course = async (commit) => {
      await shop.clock.delay(60_000);
      return commit();
    };
    const again = shop.another().registerDomain(registration);
    await shop.clock.advance(1000);
    expect(await shop.rows()).toMatchObject([{ state: { status: 'started' }, again: {} }]);
    const waiting = shop.registrar.registerDomain(registration);
    await shop.clock.advance(1000);
    expect(await shop.rows()).toMatchObject([{ state: { status: 'started' } }]);
    await shop.clock.advance(60_000);
    expect(await again).toMatchObject({ replayed: false });
    expect(await waiting).toMatchObject({ replayed: true });
    expect(shop.driver.count('registerDomain')).toBe(2);
  });
});

describe('what the journal holds', () => {
  it('is no contact, no attribute and no secret', async () => {
    const shop = aShop();
    await shop.registrar.registerDomain({
      ...registration,
      tldAttributes: { identity: 'CANARY-12345' },
      nameservers: ['ns1.example.net', 'ns2.example.net'],
    });
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    await rejectionOf(shop.registrar.registerDomain({ ...registration, domain: 'other.com' }));
    const rows = await shop.rows();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/canary|Doe|12125550123|identity/i);
  });

  it('is plain JSON that says what was ordered, when and for how much', async () => {
    const shop = aShop();
    const { operation } = await shop.registrar.registerDomain(registration, {
      idempotencyKey: 'k',
    });
    const [row] = await shop.rows();
    expect(row).toMatchObject({
      scope: 'test-registrar api.example.com account-1',
      key: 'caller k',
      kind: 'registerDomain',
      environment: 'test',
      guard: { ownedBefore: false, years: 1 },
      price: { amount: '10.00', currency: 'USD' },
      startedAt: Date.parse('2026-03-01T12:00:00.000Z'),
      operation: { id: operation.id },
      state: { status: 'done', charged: { amount: '10.00', currency: 'USD' } },
    });
    expect(JSON.parse(JSON.stringify(row))).toEqual(row);
  });
});
