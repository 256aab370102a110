import { describe, expect, it, test } from '@jest/globals';
import {
  addYears,
  money,
  volatileJournal,
  type ErrorCode,
  type OperationHandle,
  type Registrar,
} from '@registrar-kit/core';
import { faultNames, type FaultName, type RegistryWorld } from '@registrar-kit/testing';
import { expectFailure } from '../support/registrar.js';
import { expectNoCanary, reseller, serveRegistrar } from './support/served-registrar.js';

const price = { atMost: money('500.00', 'USD') } as const;
const coming = 'elsewhere-bakery.com';
const gone = 'ornek-later.net';

/** The orders whose answers can be lost, beside those of registrations and renewals. */
const orders = {
  transferDomain: {
    domain: coming,
    send: (registrar: Registrar, idempotencyKey?: string) =>
      registrar.transferDomain(
        { domain: coming, authCode: 'Demo-Code!1', price },
        idempotencyKey === undefined ? {} : { idempotencyKey },
      ),
    execute: (world: RegistryWorld) =>
      world.transfers.start({ account: reseller, domain: coming, authCode: 'Demo-Code!1' }),
    expected: 'pending',
  },
  restoreDomain: {
    domain: gone,
    send: (registrar: Registrar, idempotencyKey?: string) =>
      registrar.restoreDomain(
        { domain: gone, price },
        idempotencyKey === undefined ? {} : { idempotencyKey },
      ),
    execute: (world: RegistryWorld) => world.restore({ account: reseller, domain: gone }),
    expected: 'done',
  },
} as const;
type Kind = keyof typeof orders;
const kinds = Object.keys(orders) as readonly Kind[];

/** What an order becomes under each fault, and how often it was charged. */
const outcomes: Readonly<Record<FaultName, readonly [ErrorCode | 'plain' | 'recovered', number]>> =
  {
    'answer-lost-before-commit': ['OUTCOME_UNKNOWN', 0],
    'answer-lost-after-commit': ['recovered', 1],
    'commit-after-reconcile-read': ['OUTCOME_UNKNOWN', 1],
    'html-page': ['OUTCOME_UNKNOWN', 0],
    'login-redirect': ['AUTHENTICATION_FAILED', 0],
    'other-redirect': ['OUTCOME_UNKNOWN', 0],
    'rate-limited': ['RATE_LIMITED', 0],
    'server-error': ['OUTCOME_UNKNOWN', 0],
    'truncated-answer': ['recovered', 1],
    'empty-answer': ['recovered', 1],
    'slow-answer': ['plain', 1],
    'missing-row': ['plain', 1],
    'ip-not-allowed': ['ACCESS_DENIED', 0],
    'key-rejected': ['AUTHENTICATION_FAILED', 0],
    'account-locked': ['ACCESS_DENIED', 0],
  };

function charges(world: RegistryWorld, kind: Kind): number {
  return world.ledger({ kind, domain: orders[kind].domain }).length;
}

/** Where an order ends otherwise than most. */
const departures: Readonly<Record<Kind, Partial<typeof outcomes>>> = {
  // It is looked for twice, as a transfer and as a domain: the second look sees what happened behind the first.
  transferDomain: { 'commit-after-reconcile-read': ['recovered', 1] },
  // Nothing is all that a restore is ever answered with.
  restoreDomain: { 'empty-answer': ['plain', 1] },
};

describe.each(kinds)('%s is never paid twice', (kind) => {
  const { send, execute, expected } = orders[kind];

  it.each(faultNames)('under %s', async (fault) => {
    const { registrar, world, events } = await serveRegistrar();
    world.faults.add({ fault, operation: kind, delayMs: 20 });
    const [outcome, charged] = { ...outcomes, ...departures[kind] }[fault];
    if (outcome === 'plain' || outcome === 'recovered') {
      await expect(send(registrar)).resolves.toMatchObject({
        status: expected,
        recovered: outcome === 'recovered',
      });
    } else {
      const error = await expectFailure(send(registrar), outcome);
      if (error.code === 'OUTCOME_UNKNOWN') {
        const state = await registrar.reconcileOperation({ operation: error.handle });
        expect(state.status).toBe(charged === 0 ? 'unknown' : expected);
      }
    }
    expect(charges(world, kind)).toBe(charged);
    expectNoCanary(events);
  });

  /** The order with an answer that was lost and looks that found nothing, settled later by another process over the same journal. */
  async function lost() {
    const journal = volatileJournal();
    const served = await serveRegistrar({}, { journal });
    served.world.faults.add({ fault: 'answer-lost-before-commit', operation: kind });
    const { handle } = await expectFailure(send(served.registrar), 'OUTCOME_UNKNOWN');
    const operation = JSON.parse(JSON.stringify(handle)) as OperationHandle;
    return { ...served, operation, later: served.another(journal) };
  }

  it('is found when the vendor executed it late, and repeating it gives the same', async () => {
    const { world, operation, later } = await lost();
    execute(world);
    await expect(later.reconcileOperation({ operation })).resolves.toMatchObject({
      status: expected,
      result: { recovered: true },
    });
    await expect(send(later)).resolves.toMatchObject({ status: expected, replayed: true });
    expect(charges(world, kind)).toBe(1);
  });

  it('stays unknown when it was not executed, and is not sent again by repeating it', async () => {
    const { world, operation, later, requests } = await lost();
    await expect(later.reconcileOperation({ operation })).resolves.toEqual({ status: 'unknown' });
    await expectFailure(send(later), 'OUTCOME_UNKNOWN');
    await expectFailure(send(later, 'another key'), 'OUTCOME_UNKNOWN');
    const path = kind === 'transferDomain' ? 'domains/transfer' : 'domains/restore';
    expect(requests.filter((request) => request.endsWith(path))).toHaveLength(1);
    expect(charges(world, kind)).toBe(0);
  });

  it('is refused where the balance does not cover it', async () => {
    const { registrar, world } = await serveRegistrar();
    world.deposit(reseller, money('-995.00', 'USD'));
    const error = await expectFailure(send(registrar), 'INSUFFICIENT_FUNDS');
    expect(error.effect).toBe('none');
    expect(charges(world, kind)).toBe(0);
  });
});

describe('a restore', () => {
  it.each(['empty', 'null'] as const)(
    'brings a domain back that is answered with %s',
    async (restoreReply) => {
      const { registrar, world, trouble } = await serveRegistrar({ restoreReply });
      await expect(registrar.getDomain({ domain: gone })).resolves.toMatchObject({
        status: 'redemption',
        vendorStatus: 'PendingDelete',
      });
      const { expiresOn } = world.find(gone)!;
      const quote = await registrar.quote({ operation: 'restoreDomain', domain: gone });
      expect(quote.price).toEqual({ amount: '88', currency: 'USD' });
      await expect(registrar.restoreDomain({ domain: gone, price: quote })).resolves.toMatchObject({
        status: 'done',
        domain: gone,
        expiresOn: addYears(expiresOn, 1),
        recovered: false,
        incomplete: [],
      });
      await expect(registrar.getDomain({ domain: gone })).resolves.toMatchObject({
        status: 'active',
      });
      expect(world.ledger({ kind: 'restoreDomain' })).toHaveLength(1);
      expect(trouble()).toEqual([]);
    },
  );

  test.each([
    ['a domain that is active', 'ornek-bakery.com', 'plain'],
    ['one that is only expired, as the vendor says', 'ornek-late.com', 'plain'],
    ['one that is beyond it, as the vendor says', 'ornek-gone.info', 'exception-notice'],
    ['the same with HTTP 200', 'ornek-gone.info', 'success-false'],
  ] as const)('is refused for %s', async (_what, domain, refusalForm) => {
    const { registrar, world } = await serveRegistrar({ refusalForm });
    const call = registrar.restoreDomain({ domain, price });
    const error = await expectFailure(call, 'INVALID_DOMAIN_STATE');
    expect(error.effect).toBe('none');
    expect(world.ledger()).toEqual([]);
  });
});
