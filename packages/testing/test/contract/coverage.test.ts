import { expect, test } from '@jest/globals';
import { errorStatus, operationNames, type ErrorCode } from '@registrar-kit/core';
import { fakeCapabilities } from '@registrar-kit/testing';
import { registrarScenarios } from '../../src/contract/registrar/registrar-scenarios.js';
import { fakeHarness } from '../support/fake-harness';

const table = {
  ...fakeCapabilities,
  deleteDomain: { support: 'unsupported', reason: 'the vendor cannot delete a domain' },
} as const;
const scenarios = registrarScenarios(table, true).flatMap((group) => group.scenarios);

/** The scenario in which each error must come up; the types demand one for codes that join the contract. */
const scenarioOfCode: Readonly<Record<ErrorCode, string>> = {
  AUTHENTICATION_FAILED: 'answers key-rejected with AUTHENTICATION_FAILED on a read',
  ACCESS_DENIED: 'answers ip-not-allowed with ACCESS_DENIED on a read',
  RATE_LIMITED: 'answers rate-limited with RATE_LIMITED on a read',
  INVALID_INPUT: 'refuses what is no domain name',
  INSUFFICIENT_FUNDS: 'says that the balance does not cover an order',
  DOMAIN_NOT_FOUND: 'getDomain tells of a domain of the account',
  DOMAIN_UNAVAILABLE: 'refuses a name that is taken',
  INVALID_DOMAIN_STATE: 'renewDomain moves the expiry',
  PRICE_CHANGED: 'refuses a quote when the price has changed',
  CANCELLED: 'ends a read at once when the caller ends it',
  CONFIGURATION_INVALID: 'refuses to buy without a journal',
  UNSUPPORTED_OPERATION: 'refuses deleteDomain with the reason of its table',
  PROVIDER_ERROR: 'keeps a code that nobody knows',
  UNEXPECTED_RESPONSE: 'answers html-page with UNEXPECTED_RESPONSE on a read',
  PROVIDER_UNAVAILABLE: 'answers server-error with PROVIDER_UNAVAILABLE',
  TRANSPORT_FAILED: 'says that nothing was sent when no connection comes about',
  TIMEOUT: 'ends a read at its deadline',
  OUTCOME_UNKNOWN: 'calls the outcome of a renewDomain unknown',
};

test.each(Object.keys(errorStatus) as ErrorCode[])('a scenario wants %s', (code) => {
  const begin = scenarioOfCode[code];
  expect(scenarios.filter(({ title }) => title.startsWith(begin))).not.toEqual([]);
});

test('every operation is in some scenario', () => {
  const played = new Set(scenarios.flatMap(({ operations }) => operations));
  expect(operationNames.filter((name) => !played.has(name))).toEqual([]);
});

test('every situation is asked for', () => {
  const asked = new Set<string>(scenarios.flatMap(({ situations }) => situations));
  expect(Object.keys(fakeHarness().situations).filter((name) => !asked.has(name))).toEqual([]);
});

test('every title is given once', () => {
  expect(new Set(scenarios.map(({ title }) => title)).size).toBe(scenarios.length);
});
