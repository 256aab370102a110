import { afterEach, describe, expect, it, test } from '@jest/globals';
import { isRegistrarError } from '@registrar-kit/core';
import { expectFailure, openRegistrar } from './support/registrar.js';
import { expectRequestsAsTold, vendor } from './support/vendor.js';

afterEach(expectRequestsAsTold);

describe('a raw call', () => {
  it('goes out with the same credentials, and gives the answer as it came', async () => {
    const { registrar, events } = openRegistrar();
    const body = { totalCount: 1, items: [{ amount: 1.5 }] };
    vendor('GET', 'deposit/transactions', { query: { MaxResultCount: '10' } }, { body });
    const query = { MaxResultCount: 10 };
    expect(await registrar.raw('GET', 'deposit/transactions', { query })).toEqual(body);
    expect(events.map(({ operation }) => operation)).toEqual(events.map(() => 'raw'));
  });

  it('gives nothing where nothing came', async () => {
    const { registrar } = openRegistrar();
    const body = { domainName: 'example.com' };
    vendor('POST', 'domains/lock', { body }, { status: 204 });
    expect(await registrar.raw('POST', 'domains/lock', { body })).toBeUndefined();
  });

  it('that only reads is sent again after a passing failure, a write is not', async () => {
    const { registrar } = openRegistrar();
    const body = [{ domainName: 'example.com' }];
    vendor('POST', 'domains/bulk-search', { body }, { status: 503 });
    vendor('POST', 'domains/bulk-search', { body }, { body: { infos: [] } });
    expect(await registrar.raw('POST', 'domains/bulk-search', { body })).toEqual({ infos: [] });
    vendor('PUT', 'contacts/D-1', { body: { city: 'Ankara' } }, { status: 503 });
    const error = await expectFailure(
      registrar.raw('PUT', 'contacts/D-1', { body: { city: 'Ankara' } }),
      'PROVIDER_UNAVAILABLE',
    );
    expect(error).toMatchObject({ operation: 'raw', effect: 'unknown', retryable: false });
  });

  test.each([
    'domains/register',
    'domains/register-with-contacts',
    'domains/renew',
    'domains/restore',
    'domains/transfer',
    'Domains/RENEW',
    'domains/something-new',
  ])('of POST %s needs acceptCharge', async (path) => {
    const { registrar } = openRegistrar();
    const body = { domainName: 'example.com', period: 1 };
    const error = await expectFailure(registrar.raw('POST', path, { body }), 'INVALID_INPUT');
    expect(error.issues).toMatchObject([{ path: 'options.acceptCharge' }]);
  });

  it('that charges is sent once, and never again under the same key', async () => {
    const { registrar } = openRegistrar();
    const body = { domainName: 'example.com', period: 1 };
    vendor('POST', 'domains/renew', { body }, { body: { expirationDate: '2028-01-01T00:00:00' } });
    const order = () => registrar.raw('POST', 'domains/renew', { body }, { acceptCharge: true });
    expect(await order()).toEqual({ expirationDate: '2028-01-01T00:00:00' });
    const again: unknown = await order().catch((error: unknown) => error);
    expect(isRegistrarError(again)).toBe(true);
  });

  it('shows nothing of its texts in an error', async () => {
    const { registrar } = openRegistrar();
    const body = {
      domainName: 'example.com',
      authCode: 'CANARY-raw',
      note: { deep: 'CANARY-deep' },
    };
    const message = 'the code CANARY-raw of CANARY-deep for example.com is wrong';
    vendor(
      'POST',
      'domains/transfers/check',
      { body },
      { status: 400, body: { error: { message } } },
    );
    const call = registrar.raw('POST', 'domains/transfers/check', { body });
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    expect(isRegistrarError(error)).toBe(true);
    expect(JSON.stringify(error)).toContain('example.com');
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  it('shows no number of an identity card either, however deep it stands', async () => {
    const { registrar, events } = openRegistrar();
    let deep: unknown = 'CANARY-deep';
    for (let depth = 0; depth < 40; depth += 1) deep = { inner: deep };
    const tldAttributes = { TRABISCITIZENID: '12345678901' };
    const body = { domainName: 'example.com', tldAttributes, phone: 5551234567, deep };
    const message = '12345678901 of 5551234567 and CANARY-deep is wrong';
    const refusal = { message, validationErrors: [{ message, members: ['$.phone'] }] };
    vendor('POST', 'domains/lock', { body }, { status: 400, body: { error: refusal } });
    const error = await expectFailure(
      registrar.raw('POST', 'domains/lock', { body }),
      'INVALID_INPUT',
    );
    expect(JSON.stringify([error, error.message, events])).not.toMatch(/12345678901|5551234567/);
  });

  it('quotes nothing of an answer that it cannot read', async () => {
    const { registrar } = openRegistrar();
    const body = '{"contacts":[{"companyName":"CANARY A.S.","address":"CANARY Street 5","city":"C';
    vendor('GET', 'domains/info', { query: { DomainName: 'example.com' } }, { body });
    const query = { DomainName: 'example.com' };
    await expectFailure(registrar.raw('GET', 'domains/info', { query }), 'UNEXPECTED_RESPONSE');
  });

  it('sends what it was given, whatever becomes of the object', async () => {
    const { registrar } = openRegistrar();
    const body = { domainName: 'example.com', period: 1 };
    vendor('POST', 'domains/renew', { body: { ...body } }, { status: 204 });
    const call = registrar.raw('POST', 'domains/renew', { body }, { acceptCharge: true });
    body.period = 9;
    expect(await call).toBeUndefined();
  });

  it('is the same call in another order of its fields, and charges once', async () => {
    const { registrar } = openRegistrar();
    const body = { domainName: 'example.com', period: 1, more: { a: [1], b: 2 } };
    vendor('POST', 'domains/renew', { body, query: { x: '1', y: '2' } }, { status: 204 });
    const options = { acceptCharge: true };
    const query = { x: 1, y: '2' };
    await registrar.raw('POST', 'domains/renew', { query, body }, options);
    const other = {
      body: { more: { b: 2, a: [1] }, Period: 1, domainName: 'example.com' },
      query: { y: 2, x: 1 },
    };
    const again = registrar.raw('POST', 'domains/renew', other, options);
    expect((await expectFailure(again, 'INVALID_INPUT')).issues).toMatchObject([
      { path: 'options.idempotencyKey' },
    ]);
  });

  it.each(['body', 'query'])('refuses a %s that throws', async (field) => {
    const { registrar } = openRegistrar();
    const thrower = {
      get field(): string {
        throw new Error('CANARY');
      },
    };
    const call = registrar.raw('POST', 'domains/lock', { [field]: thrower });
    expect((await expectFailure(call, 'INVALID_INPUT')).message).toContain('parameters');
  });

  it('refuses a name of a field on one line', async () => {
    const { registrar } = openRegistrar();
    const call = registrar.raw('GET', 'domains', { ['a\nb\u202e']: 1 } as object);
    expect((await expectFailure(call, 'INVALID_INPUT')).message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test.each<[string, unknown, unknown, string]>([
    ['PATCH', 'domains', {}, 'method'],
    ['GET', '/domains', {}, 'path'],
    ['GET', 'https://example.com/x', {}, 'path'],
    ['GET', '../admin', {}, 'path'],
    ['GET', 'domains/info?DomainName=example.com', {}, 'path'],
    ['GET', 'domains%2finfo', {}, 'path'],
    ['GET', 7, {}, 'path'],
    ['GET', 'domains', null, 'parameters'],
    ['GET', 'domains', { headers: {} }, 'parameters.headers'],
    ['GET', 'domains', { query: { a: {} } }, 'parameters.query.a'],
    ['GET', 'domains', { query: 'a=1' }, 'parameters.query'],
    ['GET', 'domains', { query: ['a'] }, 'parameters.query'],
    ['POST', 'domains', { body: 1n }, 'parameters.body'],
  ])('refuses %s %p %p', async (method, path, parameters, where) => {
    const { registrar } = openRegistrar();
    const call = registrar.raw(method as 'GET', path as string, parameters as object);
    const error = await expectFailure(call, 'INVALID_INPUT');
    expect(error).toMatchObject({ operation: 'raw', issues: [{ path: where }] });
  });
});
