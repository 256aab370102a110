import type { OperationName } from '@registrar-kit/core';
import type { SimulatorResponse } from '@registrar-kit/testing';
import { answerAccount } from './answers/account.js';
import { answerInfo, answerList } from './answers/domains.js';
import { answerProducts } from './answers/products.js';
import { answerRegistration } from './answers/registration.js';
import { answerRenewal } from './answers/renewal.js';
import { answerSearch } from './answers/search.js';
import { answerLock, answerNameservers, answerPrivacy, answerUnlock } from './answers/settings.js';
import type { VendorCall } from './vendor-call.js';

export interface Route {
  /** The operations of the contract that such a request serves. */
  readonly operations: readonly OperationName[];
  /** The names that it is about. */
  readonly domains: (call: VendorCall) => readonly string[];
  readonly answer: (call: VendorCall) => SimulatorResponse;
  /** Whether it changes something, so that a fault can strike before or after. */
  readonly writes: boolean;
}

const inQuery = ({ query }: VendorCall): readonly string[] => listOf(query.get('domainname'));
const inBody = ({ body }: VendorCall): readonly string[] =>
  [body].flat().flatMap((item) => listOf((Object(item) as { domainName?: unknown }).domainName));
const none = (): readonly string[] => [];

function listOf(name: unknown): readonly string[] {
  return typeof name === 'string' ? [name.toLowerCase()] : [];
}

/** The calls that are built, by method and path below `/api/v1/`. */
export const routes: Readonly<Record<string, Route>> = {
  'GET deposit/accounts/me': {
    operations: ['verifyAccess', 'getBalance'],
    domains: none,
    answer: answerAccount,
    writes: false,
  },
  'GET products/tlds': {
    operations: ['listTlds', 'getPrices', 'quote'],
    domains: none,
    answer: answerProducts,
    writes: false,
  },
  'POST domains/bulk-search': {
    operations: ['checkAvailability', 'quote'],
    domains: inBody,
    answer: answerSearch,
    writes: false,
  },
  'GET domains/info': {
    operations: ['getDomain', 'getNameservers'],
    domains: inQuery,
    answer: answerInfo,
    writes: false,
  },
  'GET domains': { operations: ['listDomains'], domains: none, answer: answerList, writes: false },
  'POST domains/register-with-contacts': {
    operations: ['registerDomain'],
    domains: inBody,
    answer: answerRegistration,
    writes: true,
  },
  'POST domains/renew': {
    operations: ['renewDomain'],
    domains: inBody,
    answer: answerRenewal,
    writes: true,
  },
  'PUT domains/dns/name-server': {
    operations: ['setNameservers'],
    domains: inBody,
    answer: answerNameservers,
    writes: true,
  },
  'POST domains/lock': {
    operations: ['setLock'],
    domains: inBody,
    answer: answerLock,
    writes: true,
  },
  'POST domains/unlock': {
    operations: ['setLock'],
    domains: inBody,
    answer: answerUnlock,
    writes: true,
  },
  'POST domains/privacy': {
    operations: ['setPrivacy'],
    domains: inBody,
    answer: answerPrivacy,
    writes: true,
  },
};
