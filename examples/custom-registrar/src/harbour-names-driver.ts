import type { DriverFor } from '@registrar-kit/core';
import { harbourNamesCapabilities as capabilities } from './harbour-names-capabilities.js';
import type { HarbourNamesClient } from './harbour-names-client.js';
import { checkAvailability } from './operations/check-availability.js';
import { getContacts, setContacts } from './operations/contacts.js';
import { deleteDomain } from './operations/delete-domain.js';
import { getAuthCode } from './operations/get-auth-code.js';
import { getBalance } from './operations/get-balance.js';
import { getDomain } from './operations/get-domain.js';
import { getPrices } from './operations/get-prices.js';
import { listDomains } from './operations/list-domains.js';
import { listTlds } from './operations/list-tlds.js';
import { getNameservers, resetNameservers, setNameservers } from './operations/nameservers.js';
import { quote } from './operations/quote.js';
import { registerDomain } from './operations/register-domain.js';
import { renewDomain } from './operations/renew-domain.js';
import { restoreDomain } from './operations/restore-domain.js';
import { getLock, getPrivacy, setAutoRenew, setLock, setPrivacy } from './operations/switches.js';
import { verifyAccess } from './operations/verify-access.js';

/**
 * Harbour Names behind the contract for adapters. What the capabilities mark as possible has to be here, or this file does not
 * compile.
 */
export function createHarbourNamesDriver(
  client: HarbourNamesClient,
): DriverFor<typeof capabilities> {
  const { environment, scope } = client;
  return {
    contractVersion: 1,
    provider: scope.provider,
    environment,
    scope,
    capabilities,
    get simulated() {
      return client.simulated;
    },
    verifyAccess: (call) => verifyAccess(client, call),
    getBalance: (call) => getBalance(client, call),
    listTlds: (request, call) => listTlds(client, request, call),
    getPrices: (request, call) => getPrices(client, request, call),
    checkAvailability: (domains, call) => checkAvailability(client, domains, call),
    quote: (request, call) => quote(client, request, call),
    registerDomain: (order, call) => registerDomain(client, order, call),
    renewDomain: (order, call) => renewDomain(client, order, call),
    restoreDomain: (order, call) => restoreDomain(client, order, call),
    deleteDomain: (domain, call) => deleteDomain(client, domain, call),
    getDomain: (domain, call) => getDomain(client, domain, call),
    listDomains: (request, call) => listDomains(client, request, call),
    getAuthCode: (domain, call) => getAuthCode(client, domain, call),
    getNameservers: (domain, call) => getNameservers(client, domain, call),
    setNameservers: (request, call) => setNameservers(client, request, call),
    resetNameservers: (domain, call) => resetNameservers(client, domain, call),
    getLock: (domain, call) => getLock(client, domain, call),
    setLock: (request, call) => setLock(client, request, call),
    getPrivacy: (domain, call) => getPrivacy(client, domain, call),
    setPrivacy: (request, call) => setPrivacy(client, request, call),
    getContacts: (domain, call) => getContacts(client, domain, call),
    setContacts: (request, call) => setContacts(client, request, call),
    setAutoRenew: (request, call) => setAutoRenew(client, request, call),
  };
}
