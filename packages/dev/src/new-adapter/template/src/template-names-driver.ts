import type { DriverFor } from '@registrar-kit/core';
import { checkAvailability } from './operations/check-availability.js';
import { getBalance } from './operations/get-balance.js';
import { getDomain } from './operations/get-domain.js';
import { getNameservers } from './operations/get-nameservers.js';
import { getPrices } from './operations/get-prices.js';
import { listDomains } from './operations/list-domains.js';
import { listTlds } from './operations/list-tlds.js';
import { quote } from './operations/quote.js';
import { registerDomain } from './operations/register-domain.js';
import { renewDomain } from './operations/renew-domain.js';
import { setNameservers } from './operations/set-nameservers.js';
import { verifyAccess } from './operations/verify-access.js';
import { templateNamesCapabilities as capabilities } from './template-names-capabilities.js';
import type { TemplateNamesClient } from './template-names-client.js';

/**
 * Template Names behind the contract for adapters. What the capabilities mark as possible has to be here, or this file does not
 * compile.
 */
export function createTemplateNamesDriver(
  client: TemplateNamesClient,
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
    getDomain: (domain, call) => getDomain(client, domain, call),
    listDomains: (request, call) => listDomains(client, request, call),
    getNameservers: (domain, call) => getNameservers(client, domain, call),
    setNameservers: (request, call) => setNameservers(client, request, call),
  };
}
