import { describe, expect, it } from '@jest/globals';
import { isRegistrarError, type AnyRegistrarError } from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';
import { aShop, registration } from '../support/purchases.js';
import { rejectionOf } from '../support/thrown-by.js';

/** An object whose field throws when it is read. */
function throwing(field: string, others: object = {}): never {
  return Object.defineProperty({ ...others }, field, {
    enumerable: true,
    get: () => {
      throw new Error('CANARY');
    },
  }) as never;
}

function revoked(): never {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy as never;
}

async function refusalOf(call: Promise<unknown>): Promise<AnyRegistrarError> {
  const error = await rejectionOf(call);
  if (!isRegistrarError(error, 'INVALID_INPUT')) throw error;
  expect(JSON.stringify(error)).not.toContain('CANARY');
  expect(error.message).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  return error;
}

describe('input that is no plain data', () => {
  const { registrar, driver } = aShop();

  it.each([
    ['registerDomain', () => registrar.registerDomain(throwing('domain', registration))],
    ['registerDomain', () => registrar.registerDomain(throwing('contacts', registration))],
    ['renewDomain', () => registrar.renewDomain(throwing('operation'))],
    ['getDomain', () => registrar.getDomain(throwing('domain'))],
    ['getDomain', () => registrar.getDomain({ domain: 'example.com' }, throwing('signal'))],
    ['checkAvailability', () => registrar.checkAvailability({ domains: revoked() })],
    ['setNameservers', () => registrar.setNameservers(throwing('nameservers'))],
    ['reconcileOperation', () => registrar.reconcileOperation(throwing('operation'))],
    ['registerDomain', () => registrar.registerDomain(registration, { dryRun: revoked() })],
    ['listDomains', () => registrar.listDomains(throwing('search')).page()],
    ['listDomains', () => registrar.listDomains().page(5 as never)],
    ['listTlds', () => registrar.listTlds().page(revoked())],
  ])('is refused by %s like any other bad input', async (_operation, call) => {
    await refusalOf(call());
    expect(driver.log).toEqual([]);
  });
});

describe('a list that is far too long', () => {
  const { registrar, driver } = aShop();

  it('is refused without a fault for each of its entries', async () => {
    const nameservers = Array.from({ length: 1_000_000 }, () => '');
    const error = await refusalOf(registrar.setNameservers({ domain: 'example.com', nameservers }));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues.length).toBeLessThan(200);
    expect(error.message).toContain('and 96 more');
    expect(JSON.stringify(error)).toContain('has 1000000 name servers');
    expect(driver.log).toEqual([]);
  });
});

describe('text that no registrar can take', () => {
  const { registrar, driver } = aShop();

  it.each([
    ['contacts', { contacts: { registrant: aContact({ city: 'half \ud83d' }) } }],
    ['contacts', { contacts: { registrant: aContact({ email: 'half\udc00@example.com' }) } }],
    ['tldAttributes', { tldAttributes: { identity: 'half \ud83d' } }],
    ['tldAttributes', { tldAttributes: { identity: 'two\nlines' } }],
    ['tldAttributes', { tldAttributes: { identity: 'x'.repeat(1001) } }],
    ['a name of a field', { tldAttributes: { 'a\u0000\nb\ud800': 5 } }],
    ['a name of a field', { 'a\u0000b': 5 }],
  ])('is refused in %s', async (_where, change) => {
    await refusalOf(registrar.registerDomain({ ...registration, ...change } as never));
    expect(driver.log).toEqual([]);
  });

  it.each(['a\u0000b', 'a\nb', 'half \ud83d'])('is no key: %j', async (idempotencyKey) => {
    const error = await refusalOf(registrar.registerDomain(registration, { idempotencyKey }));
    expect(error.message).toContain('options.idempotencyKey');
  });

  it.each([
    ['an e-mail address', { contacts: { registrant: aContact({ email: `a@${dots()}@` }) } }],
    ['a phone number', { contacts: { registrant: aContact({ phone: `+1${' '.repeat(1e6)}x` }) } }],
  ])('costs no time when it is far too long: %s', async (_what, change) => {
    const startedAt = performance.now();
    await refusalOf(registrar.registerDomain({ ...registration, ...change }));
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it('is refused as an ending', async () => {
    for (const tld of ['ü.'.repeat(500_000), 'a.'.repeat(125) + 'com'])
      expect((await refusalOf(registrar.getPrices({ tlds: [tld] }))).message).toContain('tlds.0');
  });
});

function dots(): string {
  return '.'.repeat(1_000_000);
}
