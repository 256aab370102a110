// The functions of Jest as globals, with the types of @types/jest.
import { errorStatus, type ErrorCode } from '@registrar-kit/core';
import { aRegistrarError } from '@registrar-kit/testing';
import { errorPage } from '../src/error-page.js';

test.each(Object.keys(errorStatus) as ErrorCode[])('%s has a page', (code) => {
  const error = aRegistrarError(code);
  expect(error).toBeRegistrarError(code);
  const page = errorPage(error);
  expect(page.status).toBe(errorStatus[code]);
  expect(page.forCustomer).toMatch(/\S+ \S+/);
  expect(page.forAdmin[0]).toBe(error.message);
});

test('the customer is not told of keys and addresses', () => {
  const denied = errorPage(aRegistrarError('ACCESS_DENIED', { reason: 'ip_not_allowed' }));
  const locked = errorPage(aRegistrarError('AUTHENTICATION_FAILED'));
  for (const { forCustomer } of [denied, locked])
    expect(forCustomer).not.toMatch(/\b(key|address|IP|allow-list)\b/i);
  expect(errorPage(new TypeError('odd'))).toMatchObject({ status: 500 });
});
