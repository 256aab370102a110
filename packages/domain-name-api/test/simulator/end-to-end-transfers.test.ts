import { describe, expect, it, test } from '@jest/globals';
import { addYears, money, type PriceConsent, type Transfer } from '@registrar-kit/core';
import { aContactSet } from '@registrar-kit/testing';
import { expectFailure } from '../support/registrar.js';
import {
  expectNoCanary,
  reseller,
  serveRegistrar,
  type ServedRegistrar,
} from './support/served-registrar.js';

const domain = 'elsewhere-bakery.com';
const authCode = 'Demo-Code!1';
const price: PriceConsent = 'listed';
const order = { domain, authCode, price };

async function listed({ registrar }: ServedRegistrar, input = {}): Promise<readonly string[]> {
  const found: Transfer[] = [];
  for await (const transfer of registrar.listTransfers(input)) found.push(transfer);
  return found.map(({ domain: name, status }) => `${name} ${status}`);
}

describe('a transfer here', () => {
  it('goes from the check through its stages to the domain', async () => {
    const served = await serveRegistrar();
    const { registrar, world, trouble } = served;
    await expect(registrar.checkTransfer({ domain, authCode })).resolves.toEqual({
      domain,
      transferable: true,
      authCodeRequired: true,
      authCodeValid: true,
      locked: false,
    });
    await expectFailure(registrar.getTransfer({ domain }), 'DOMAIN_NOT_FOUND');

    const quote = await registrar.quote({ operation: 'transferDomain', domain });
    expect(quote.price).toEqual({ amount: '10.48', currency: 'USD' });
    const started = await registrar.transferDomain({ ...order, price: quote });
    expect(started).toMatchObject({ status: 'pending', domain, recovered: false, incomplete: [] });
    expect(started).not.toHaveProperty('transferId');
    const pending = { status: 'pending', vendorStatus: 'WaitingForIncomingTransfer' };
    await expect(registrar.getTransfer({ domain })).resolves.toEqual({ domain, ...pending });
    await expect(registrar.getDomain({ domain })).resolves.toMatchObject({ status: 'transfer_in' });
    await expect(listed(served, { status: 'pending' })).resolves.toEqual([`${domain} pending`]);
    const { operation } = started;
    await expect(registrar.reconcileOperation({ operation })).resolves.toMatchObject({
      status: 'pending',
    });

    const before = world.transfers.incoming(reseller, domain)!.expiresOn;
    world.transfers.settle(domain);
    await expect(registrar.getTransfer({ domain })).resolves.toEqual({
      domain,
      status: 'done',
      vendorStatus: 'Active',
      changedOn: world.today(),
    });
    await expect(registrar.getDomain({ domain })).resolves.toMatchObject({
      status: 'active',
      expiresOn: addYears(before, 1),
    });
    await expect(listed(served, { search: 'ELSEWHERE' })).resolves.toEqual([`${domain} done`]);
    await expect(registrar.reconcileOperation({ operation })).resolves.toMatchObject({
      status: 'done',
    });
    expect(world.ledger().map(({ kind }) => kind)).toEqual(['transferDomain']);
    expect(trouble()).toEqual([]);
  });

  it('takes contacts with it, and says that privacy is not part of the order', async () => {
    const { registrar, world } = await serveRegistrar();
    const contacts = aContactSet({ city: 'Bath' });
    const result = await registrar.transferDomain({ ...order, contacts, privacy: true });
    expect(result).toMatchObject({ status: 'pending', incomplete: [{ setting: 'privacy' }] });
    world.transfers.settle(domain);
    expect(world.find(domain)).toMatchObject({ contacts, privacy: false });
  });

  it('is cancelled, told as failed and can be ordered again', async () => {
    const served = await serveRegistrar();
    const { registrar, world } = served;
    const { operation } = await registrar.transferDomain(order);
    await registrar.cancelTransfer({ domain });
    const failed = {
      domain,
      status: 'failed',
      cause: 'cancelled',
      vendorStatus: 'TransferCancelledFromClient',
    };
    await expect(registrar.getTransfer({ domain })).resolves.toMatchObject(failed);
    await expect(listed(served, { status: 'failed' })).resolves.toEqual([`${domain} failed`]);
    await expect(registrar.reconcileOperation({ operation })).resolves.toMatchObject({
      status: 'failed',
      cause: 'cancelled',
    });
    const again = await expectFailure(registrar.cancelTransfer({ domain }), 'INVALID_DOMAIN_STATE');
    expect(again.effect).toBe('none');
    await registrar.transferDomain(order, { idempotencyKey: 'the second one' });
    expect(world.ledger({ kind: 'transferDomain' })).toHaveLength(2);
  });

  it('fails at the other side', async () => {
    const { registrar, world } = await serveRegistrar();
    await registrar.transferDomain(order);
    world.transfers.fail(domain, 'approval_refused');
    await expect(registrar.getTransfer({ domain })).resolves.toMatchObject({ status: 'failed' });
    await expect(registrar.getDomain({ domain })).resolves.toMatchObject({
      status: 'transfer_failed',
    });
  });

  test.each([
    ['a code that is wrong', { authCode: 'CANARY-wrong-code' }, 'INVALID_INPUT'],
    [
      'a domain that is locked there',
      { domain: 'elsewhere-harbour.org', authCode: 'Demo-Code!2' },
      'INVALID_DOMAIN_STATE',
    ],
    ['a name that is free', { domain: 'free-name.com' }, 'INVALID_DOMAIN_STATE'],
    ['a domain that is here', { domain: 'ornek-bakery.com' }, 'INVALID_DOMAIN_STATE'],
  ] as const)('is refused for %s, and nothing is charged', async (_what, change, code) => {
    for (const refusalForm of ['plain', 'exception-notice', 'success-false'] as const) {
      const { registrar, world, events } = await serveRegistrar({ refusalForm });
      const error = await expectFailure(registrar.transferDomain({ ...order, ...change }), code);
      expect(error.effect).toBe('none');
      expect(world.ledger()).toEqual([]);
      expectNoCanary(error, events);
    }
  });

  it('is refused while one is under way, before it is sent', async () => {
    const { registrar, world, requests } = await serveRegistrar();
    await registrar.transferDomain(order);
    const second = registrar.transferDomain(order, { idempotencyKey: 'another' });
    const error = await expectFailure(second, 'INVALID_DOMAIN_STATE');
    expect(error.message).toContain('under way');
    expect(requests.filter((request) => request.endsWith('domains/transfer'))).toHaveLength(1);
    expect(world.ledger()).toHaveLength(1);
  });

  test.each([
    ['elsewhere-bakery.com', undefined, { transferable: false, authCodeRequired: true }],
    ['elsewhere-bakery.com', 'CANARY-code', { transferable: false, authCodeValid: false }],
    ['elsewhere-harbour.org', 'Demo-Code!2', { transferable: false, locked: true }],
    ['openai.com', 'x', { transferable: false, locked: true }],
    ['free-name.com', 'x', { transferable: false }],
    ['ornek-bakery.com', 'x', { transferable: false }],
  ])('is thought of for %s with the code %s', async (name, code, expected) => {
    const { registrar, events } = await serveRegistrar();
    const input = code === undefined ? { domain: name } : { domain: name, authCode: code };
    const check = await registrar.checkTransfer(input);
    expect(check).toMatchObject({ domain: name, ...expected });
    expect(check.reason).toMatch(/./);
    if (code === undefined) expect(check).not.toHaveProperty('authCodeValid');
    expectNoCanary(check, events);
  });

  it('is not sold for an ending', async () => {
    const { registrar } = await serveRegistrar();
    const call = registrar.checkTransfer({ domain: 'some.museum', authCode: 'x' });
    await expectFailure(call, 'DOMAIN_UNAVAILABLE');
  });

  it('is never agreed to at a lower price', async () => {
    const { registrar, world } = await serveRegistrar();
    const low = { ...order, price: { atMost: money('1.00', 'USD') } };
    await expectFailure(registrar.transferDomain(low), 'PRICE_CHANGED');
    expect(world.ledger()).toEqual([]);
  });
});

describe('a transfer away', () => {
  it('is let go', async () => {
    const { registrar, world, trouble } = await serveRegistrar();
    const leaving = { domain: 'ornek-leaving.org' };
    await expect(registrar.getDomain(leaving)).resolves.toMatchObject({ status: 'transfer_out' });
    await registrar.approveTransferOut(leaving);
    await expect(registrar.getDomain(leaving)).resolves.toMatchObject({
      status: 'transferred_away',
      vendorStatus: 'TransferredOut',
    });
    expect(world.find(leaving.domain)?.status).toBe('transferred_away');
    const again = registrar.approveTransferOut(leaving);
    await expectFailure(again, 'INVALID_DOMAIN_STATE');
    expect(trouble()).toEqual([]);
  });

  it('is refused, and the domain stays', async () => {
    const { registrar, world } = await serveRegistrar();
    const leaving = { domain: 'ornek-leaving.org' };
    await registrar.rejectTransferOut(leaving);
    await expect(registrar.getDomain(leaving)).resolves.toMatchObject({ status: 'active' });
    await expectFailure(registrar.rejectTransferOut(leaving), 'INVALID_DOMAIN_STATE');
    world.transfersOut.start(leaving.domain);
    await registrar.approveTransferOut(leaving);
    expect(world.find(leaving.domain)?.status).toBe('transferred_away');
  });

  it('is nobody else’s', async () => {
    const { registrar } = await serveRegistrar();
    const foreign = { domain: 'demo-leaving.org' };
    await expectFailure(registrar.approveTransferOut(foreign), 'DOMAIN_NOT_FOUND');
    await expectFailure(registrar.rejectTransferOut(foreign), 'DOMAIN_NOT_FOUND');
    await expectFailure(registrar.cancelTransfer(foreign), 'DOMAIN_NOT_FOUND');
  });

  it.each([
    ['answer-lost-after-commit', 'transferred_away'],
    ['answer-lost-before-commit', 'transfer_out'],
  ] as const)('is not known to have been let go after %s', async (fault, status) => {
    const { registrar, world } = await serveRegistrar();
    world.faults.add({ fault, operation: 'approveTransferOut' });
    const call = registrar.approveTransferOut({ domain: 'ornek-leaving.org' });
    const error = await expectFailure(call, 'TRANSPORT_FAILED');
    expect(error.effect).toBe('unknown');
    expect(world.find('ornek-leaving.org')?.status).toBe(status);
  });
});

describe('a domain that came and goes again', () => {
  it('carries its code out and comes back by it', async () => {
    const { registrar, world } = await serveRegistrar();
    world.putDomain({ domain: 'ornek-bakery.com', account: reseller, locked: true });
    await registrar.setLock({ domain: 'ornek-bakery.com', locked: false });
    const code = await registrar.getAuthCode({ domain: 'ornek-bakery.com' });
    world.transfersOut.start('ornek-bakery.com');
    await registrar.approveTransferOut({ domain: 'ornek-bakery.com' });
    const check = await registrar.checkTransfer({ domain: 'ornek-bakery.com', ...code });
    // It was moved less than 60 days ago.
    expect(check).toMatchObject({ transferable: false, authCodeValid: true });
  });
});
