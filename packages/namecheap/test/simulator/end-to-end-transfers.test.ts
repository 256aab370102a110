import { describe, expect, it } from '@jest/globals';
import type { Transfer, TransferCause, TransferDomainInput } from '@registrar-kit/core';
import { aContactSet, demoAccounts, type TransferStage } from '@registrar-kit/testing';
import { expectNoCanary } from '../support/canaries.js';
import {
  driftIn,
  simulatedRegistrar,
  type SimulatedRegistrar,
} from '../support/simulated-registrar.js';
import { errorOf } from '../support/test-driver.js';

const account = demoAccounts.user.id;
const domain = 'elsewhere-bakery.com';
const authCode = 'CANARY!c0de&x';
const order: TransferDomainInput = { domain, authCode, price: 'listed' };

/** A registrar, and a domain elsewhere that can be brought here. */
async function setUp(): Promise<SimulatedRegistrar> {
  const simulated = await simulatedRegistrar();
  simulated.world.putForeignDomain({ domain, authCode });
  return simulated;
}

const bought = ({ world }: SimulatedRegistrar): readonly string[] =>
  world.ledger().map(({ kind, domain: name, amount }) => `${kind} ${name} ${amount.amount}`);

const once = [`transferDomain ${domain} 10.48`];

describe('a transfer over the simulated vendor', () => {
  it('is ordered, goes through every stage and arrives', async () => {
    const simulated = await setUp();
    const { registrar, world, events, commands } = simulated;
    const price = await registrar.quote({ operation: 'transferDomain', domain });
    expect(price.price).toEqual({ amount: '10.48', currency: 'USD' });
    const result = await registrar.transferDomain({ ...order, price, privacy: true });
    expect(result).toMatchObject({
      status: 'pending',
      domain,
      transferId: expect.stringMatching(/^\d+$/),
      charged: { amount: '10.48', currency: 'USD' },
      recovered: false,
    });
    const { transferId = '' } = result;
    // The code has characters that only arrive in the form made for them.
    expect(world.transfers.latest(account, domain)?.authCode).toBe(authCode);

    const stages: readonly (readonly [TransferStage, string])[] = [
      ['submitted', 'QUEUED (-1)'],
      ['waiting_approval', 'INPROGRESS (14)'],
    ];
    for (const [stage, vendorStatus] of stages) {
      if (stage !== 'submitted') world.transfers.advance(Number(transferId), stage);
      const transfer = await registrar.getTransfer({ domain });
      expect(transfer).toMatchObject({ domain, transferId, status: 'pending', vendorStatus });
      expect(await registrar.getOperation({ operation: result.operation })).toMatchObject({
        status: 'pending',
      });
    }
    expect(await registrar.syncDomain({ domain })).toMatchObject({ status: 'transfer_in' });
    expect((await registrar.listTransfers({ status: 'pending' }).page()).items).toHaveLength(1);

    world.transfers.settle(domain);
    expect(await registrar.getTransfer({ domain, transferId })).toMatchObject({
      status: 'done',
      vendorStatus: 'COMPLETED (5)',
    });
    expect(await registrar.waitForOperation({ operation: result.operation })).toMatchObject({
      status: 'done',
    });
    expect(await registrar.getDomain({ domain })).toMatchObject({
      status: 'active',
      privacy: true,
    });
    expect((await registrar.listTransfers({ status: 'done' }).page()).items).toHaveLength(1);
    expect(bought(simulated)).toEqual(once);
    expect(commands().filter((command) => command === 'domains.transfer.create')).toHaveLength(1);
    expect(driftIn(simulated)).toEqual([]);
    expectNoCanary(events, result);
  });

  it('leaves contacts to be set when it has arrived', async () => {
    const { registrar } = await setUp();
    const result = await registrar.transferDomain({ ...order, contacts: aContactSet() });
    expect(result.incomplete.map(({ setting }) => setting)).toContain('contacts');
  });

  const ends: readonly (readonly [string, Partial<TransferDomainInput>, Partial<Transfer>])[] = [
    ['a wrong code', { authCode: 'wrong' }, { cause: 'auth_code_wrong' }],
    ['a lock elsewhere', { domain: 'elsewhere-harbour.org' }, { cause: 'locked' }],
  ];

  it.each(ends)('fails later for %s, and says why', async (_what, changes, expected) => {
    const simulated = await setUp();
    const { registrar, world } = simulated;
    const input = { ...order, ...changes };
    const result = await registrar.transferDomain(input);
    expect(result.status).toBe('pending');
    world.transfers.settle(input.domain);
    expect(await registrar.getTransfer({ domain: input.domain })).toMatchObject({
      status: 'failed',
      ...expected,
    });
    expect(await registrar.reconcileOperation({ operation: result.operation })).toMatchObject({
      status: 'failed',
      ...expected,
    });
    expect((await registrar.listTransfers({ status: 'failed' }).page()).items).toHaveLength(1);
    expect(world.ledger()).toHaveLength(1);
    expect(driftIn(simulated)).toEqual([]);
  });

  it('tells the two meanings of -22 apart', async () => {
    const simulated = await setUp();
    const { registrar, world } = simulated;
    const { transferId = '' } = await registrar.transferDomain(order);
    world.transfers.advance(Number(transferId), 'waiting_auth_code', 'auth_code_missing');
    expect(await registrar.getTransfer({ domain })).toMatchObject({
      status: 'needs_action',
      cause: 'auth_code_missing',
      vendorStatus: 'WAITINGFOREPP (-22)',
    });
    world.transfers.advance(Number(transferId), 'failed', 'auth_code_missing');
    expect(await registrar.getTransfer({ domain, transferId })).toMatchObject({
      status: 'failed',
      vendorStatus: 'CANCELED (-22)',
    });
    expect(driftIn(simulated)).toEqual([]);
  });

  it.each<readonly [TransferCause, Transfer['status'], TransferCause]>([
    ['auth_code_wrong', 'failed', 'auth_code_wrong'],
    ['locked', 'failed', 'locked'],
    // One number for both.
    ['too_young', 'failed', 'locked'],
    ['approval_missing', 'failed', 'approval_missing'],
    ['approval_refused', 'failed', 'approval_refused'],
    ['registrant_data', 'failed', 'registrant_data'],
    ['losing_registrar', 'failed', 'losing_registrar'],
    ['registry', 'failed', 'registry'],
    ['already_here', 'failed', 'already_here'],
    ['already_started', 'failed', 'already_started'],
    ['not_registered', 'failed', 'not_registered'],
    ['not_transferable', 'failed', 'not_transferable'],
    ['cancelled', 'failed', 'cancelled'],
    // The number says that it could not be charged, and the word that it has ended.
    ['charge', 'failed', 'other'],
    ['other', 'failed', 'other'],
  ])('ends by %s as %s, %s', async (cause, status, told) => {
    const simulated = await setUp();
    const { registrar, world } = simulated;
    await registrar.transferDomain(order);
    world.transfers.fail(domain, cause);
    expect(await registrar.getTransfer({ domain })).toMatchObject({ status, cause: told });
    expect(driftIn(simulated)).toEqual([]);
  });

  it('is submitted again without another charge', async () => {
    const simulated = await setUp();
    const { registrar, world } = simulated;
    const result = await registrar.transferDomain(order);
    world.transfers.fail(domain, 'losing_registrar');
    expect(await registrar.getTransfer({ domain })).toMatchObject({
      status: 'failed',
      cause: 'losing_registrar',
    });
    expect(await registrar.resubmitTransfer({ domain })).toMatchObject({ status: 'pending' });
    expect(world.transfers.latest(account, domain)?.stage).toBe('submitted');
    expect(await registrar.getOperation({ operation: result.operation })).toMatchObject({
      status: 'pending',
    });
    // It is under way: the vendor answers OK, and that it did not.
    expect(await errorOf(registrar.resubmitTransfer({ domain }))).toMatchObject({ effect: 'none' });
    world.transfers.settle(domain);
    expect(await registrar.getTransfer({ domain })).toMatchObject({ status: 'done' });
    expect(bought(simulated)).toEqual(once);
  });

  it('is not ordered for what is here, is on its way or is no transfer', async () => {
    const simulated = await setUp();
    const { registrar, world } = simulated;
    const codeOf = async (changes: Partial<TransferDomainInput>): Promise<string> =>
      (await errorOf(registrar.transferDomain({ ...order, ...changes }))).code;
    expect(await codeOf({ domain: 'demo-bakery.com' })).toBe('INVALID_DOMAIN_STATE');
    world.transfers.start({ account, domain, authCode });
    expect(await codeOf({})).toBe('INVALID_DOMAIN_STATE');
    world.transfers.fail(domain, 'registry');
    world.deposit(account, { amount: '-985.00', currency: 'USD' });
    expect(await codeOf({})).toBe('INSUFFICIENT_FUNDS');
    expect(world.ledger()).toHaveLength(1);
  });

  it('knows no transfer of a stranger', async () => {
    const { registrar, world } = await setUp();
    const { transfer } = world.transfers.start({
      account: demoAccounts.colleague.id,
      domain,
      authCode,
    });
    for (const transferId of [String(transfer.id), '1'])
      expect(['DOMAIN_NOT_FOUND', 'INVALID_INPUT']).toContain(
        (await errorOf(registrar.getTransfer({ domain, transferId }))).code,
      );
    expect((await errorOf(registrar.getTransfer({ domain }))).code).toBe('DOMAIN_NOT_FOUND');
  });

  it('is found among more than one page', async () => {
    const simulated = await setUp();
    const { registrar, world } = simulated;
    world.deposit(account, { amount: '5000.00', currency: 'USD' });
    for (let index = 0; index < 120; index += 1)
      world.transfers.start({ account, domain: `moving-${index}.com`, failLater: true });
    const listed: string[] = [];
    for await (const transfer of registrar.listTransfers()) listed.push(transfer.domain);
    expect(new Set(listed).size).toBe(120);
    expect(await registrar.getTransfer({ domain: 'moving-7.com' })).toMatchObject({
      domain: 'moving-7.com',
      status: 'pending',
    });
    expect(driftIn(simulated)).toEqual([]);
  });
});

describe('an order for a transfer whose answer is lost', () => {
  it.each(['answer-lost-after-commit', 'truncated-answer', 'empty-answer'] as const)(
    'is proven by reading, and not made again: %s',
    async (fault) => {
      const simulated = await setUp();
      const { registrar, world } = simulated;
      world.faults.add({ fault, operation: 'transferDomain' });
      const result = await registrar.transferDomain(order);
      expect(result).toMatchObject({ status: 'pending', recovered: true });
      expect(result.transferId).toBe(String(world.transfers.latest(account, domain)?.id));
      expect(bought(simulated)).toEqual(once);
      // The same order again is the same order.
      expect(await registrar.transferDomain(order)).toMatchObject({ status: 'pending' });
      expect(bought(simulated)).toEqual(once);
    },
  );

  it.each(['answer-lost-before-commit', 'html-page', 'server-error'] as const)(
    'stays unknown where nothing came of it: %s',
    async (fault) => {
      const simulated = await setUp();
      const { registrar, world } = simulated;
      world.faults.add({ fault, operation: 'transferDomain' });
      const error = await errorOf(registrar.transferDomain(order));
      expect(error.code).toBe('OUTCOME_UNKNOWN');
      if (error.code !== 'OUTCOME_UNKNOWN') return;
      expect((await errorOf(registrar.transferDomain(order))).code).toBe('OUTCOME_UNKNOWN');
      expect(await registrar.reconcileOperation({ operation: error.handle })).toEqual({
        status: 'unknown',
      });
      expect(bought(simulated)).toEqual([]);
      expectNoCanary(error);
    },
  );

  it('is found by reconciling where it was executed behind the reading', async () => {
    const simulated = await setUp();
    const { registrar, world } = simulated;
    world.faults.add({ fault: 'commit-after-reconcile-read', operation: 'transferDomain' });
    const error = await errorOf(registrar.transferDomain(order));
    expect(error.code).toBe('OUTCOME_UNKNOWN');
    if (error.code !== 'OUTCOME_UNKNOWN') return;
    expect(bought(simulated)).toEqual(once);
    expect(await registrar.reconcileOperation({ operation: error.handle })).toMatchObject({
      status: 'pending',
      result: { recovered: true },
    });
    world.transfers.settle(domain);
    expect(await registrar.reconcileOperation({ operation: error.handle })).toMatchObject({
      status: 'done',
    });
    expect(bought(simulated)).toEqual(once);
  });

  it('is proven by the domain where it has arrived meanwhile', async () => {
    const simulated = await setUp();
    const { registrar, world } = simulated;
    world.faults.add({ fault: 'commit-after-reconcile-read', operation: 'transferDomain' });
    const error = await errorOf(registrar.transferDomain(order));
    if (error.code !== 'OUTCOME_UNKNOWN') throw error;
    world.transfers.settle(domain);
    expect(await registrar.reconcileOperation({ operation: error.handle })).toMatchObject({
      status: 'done',
    });
    expect(bought(simulated)).toEqual(once);
  });

  it.each(['rate-limited', 'key-rejected', 'ip-not-allowed', 'account-locked'] as const)(
    'may be made again after %s, which did nothing',
    async (fault) => {
      const simulated = await setUp();
      const { registrar, world } = simulated;
      world.faults.add({ fault, operation: 'transferDomain' });
      expect(await errorOf(registrar.transferDomain(order))).toMatchObject({ effect: 'none' });
      expect(await registrar.transferDomain(order)).toMatchObject({ recovered: false });
      expect(bought(simulated)).toEqual(once);
    },
  );
});

describe('faults of single operations about transfers', () => {
  it.each([
    ['listTransfers', (own: SimulatedRegistrar) => own.registrar.listTransfers().page()],
    ['getTransfer', (own: SimulatedRegistrar) => own.registrar.getTransfer({ domain })],
  ] as const)('strike %s', async (operation, call) => {
    const simulated = await setUp();
    simulated.world.faults.add({ fault: 'server-error', operation, times: 4 });
    expect((await errorOf(call(simulated))).code).toBe('PROVIDER_ERROR');
  });

  it('strike a resubmission once it is done', async () => {
    const simulated = await setUp();
    const { registrar, world } = simulated;
    await registrar.transferDomain(order);
    world.transfers.fail(domain, 'registry');
    world.faults.add({ fault: 'answer-lost-after-commit', operation: 'resubmitTransfer', domain });
    expect(await errorOf(registrar.resubmitTransfer({ domain }))).toMatchObject({
      effect: 'unknown',
    });
    expect(world.transfers.latest(account, domain)?.stage).toBe('submitted');
    expect(bought(simulated)).toEqual(once);
  });
});
