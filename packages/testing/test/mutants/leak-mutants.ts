import {
  AuthenticationError,
  isRegistrarError,
  type AnyRegistrarError,
  type CallContext,
} from '@registrar-kit/core';
import { fakeKey } from '../support/fake-harness';
import { mistaking } from './failure-mutants.js';
import { unless, type Mutant } from './mutant.js';

const refusedKey = 'shows no credential and no contact when key-rejected strikes';
const lost = 'shows no credential and no contact when answer-lost-before-commit strikes';
const purchase = 'shows no credential and no contact in anything that a purchase leaves behind';
const transfer = 'shows no auth code in anything that a transfer leaves behind';

/** Secrets that get out. */
export const leakMutants: readonly Mutant[] = [
  {
    mistake: 'prints the key in the message of an error',
    caughtBy: [refusedKey],
    driver: (driver) =>
      mistaking(
        driver,
        'AUTHENTICATION_FAILED',
        (_error, { origin }) =>
          new AuthenticationError({
            ...{ ...origin, reason: 'invalid_api_key' },
            detail: `the key ${fakeKey} is refused`,
          }),
      ),
  },
  {
    mistake: 'prints the key in the stack of an error',
    caughtBy: [refusedKey],
    driver: (driver) =>
      mistaking(driver, 'AUTHENTICATION_FAILED', (error) =>
        Object.assign(error, { stack: `${String(error.stack)}\n    at sign ("${fakeKey}")` }),
      ),
  },
  {
    mistake: 'keeps the request with its key as the cause of an error',
    caughtBy: [lost],
    driver: (driver) =>
      mistaking(driver, 'TRANSPORT_FAILED', (error) =>
        withHidden(error, 'cause', { config: { headers: { authorization: fakeKey } } }),
      ),
  },
  {
    mistake: 'keeps the key encoded in a field that is not listed',
    caughtBy: [lost],
    driver: (driver) =>
      mistaking(driver, 'TRANSPORT_FAILED', (error) =>
        withHidden(error, 'header', `Basic ${Buffer.from(fakeKey).toString('base64')}`),
      ),
  },
  {
    mistake: 'prints the key in an event',
    caughtBy: [purchase, refusedKey],
    driver: (driver) => ({
      ...driver,
      verifyAccess: (call) => {
        tellTarget(call, `verify?key=${fakeKey}`);
        return driver.verifyAccess(call);
      },
      getDomain: (domain, call) => {
        tellTarget(call, `domain?key=${fakeKey}`);
        return driver.getDomain(domain, call);
      },
    }),
  },
  {
    mistake: 'prints the address of a customer in an error',
    caughtBy: [refusedKey],
    driver: (driver) => ({
      ...driver,
      registerDomain: (order, call) =>
        unless(driver.registerDomain(order, call), (error) => {
          if (!isRegistrarError(error, 'AUTHENTICATION_FAILED')) throw error;
          const detail = `the order of ${order.contacts.registrant.email} was refused`;
          throw new AuthenticationError({ ...call.origin, reason: 'invalid_api_key', detail });
        }),
    }),
  },
  {
    mistake: 'keeps a contact in the journal',
    caughtBy: [purchase],
    driver: (driver) => ({
      ...driver,
      registerDomain: async (order, call) => ({
        ...(await driver.registerDomain(order, call)),
        vendorRef: `order of ${order.contacts.registrant.lastName}`,
      }),
    }),
  },
  {
    mistake: 'prints an auth code in an event',
    caughtBy: [transfer],
    driver: (driver) => ({
      ...driver,
      transferDomain: (order, call) => {
        tellTarget(call, `transfer?code=${encodeURIComponent(order.authCode.reveal())}`);
        return driver.transferDomain(order, call);
      },
    }),
  },
];

function withHidden(error: AnyRegistrarError, name: string, value: unknown): AnyRegistrarError {
  return Object.defineProperty(error, name, { value, enumerable: false });
}

function tellTarget({ emit, origin }: CallContext, target: string): void {
  emit({ type: 'request.sent', operation: origin.operation, target, attempt: 1 });
}
