import type { AccountScope, DriverFor, DriverOperations, Environment } from '@registrar-kit/core';
import { domainNameApiCapabilities } from './domain-name-api-capabilities.js';
import type { DomainNameApiClient } from './domain-name-api-client.js';
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

/** Domain Name API behind the contract for adapters: each operation with the client that sends it. */
export class DomainNameApiDriver implements DriverFor<typeof domainNameApiCapabilities> {
  readonly contractVersion = 1;
  readonly provider = 'domain-name-api';
  readonly capabilities = domainNameApiCapabilities;
  readonly #client: DomainNameApiClient;

  constructor(client: DomainNameApiClient) {
    this.#client = client;
  }

  get environment(): Environment {
    return this.#client.environment;
  }

  get scope(): AccountScope {
    return this.#client.scope;
  }

  get simulated(): boolean {
    return this.#client.simulated;
  }

  readonly verifyAccess: DriverOperations['verifyAccess'] = (call) =>
    verifyAccess(this.#client, call);

  readonly getBalance: DriverOperations['getBalance'] = (call) => getBalance(this.#client, call);

  readonly listTlds: DriverOperations['listTlds'] = (request, call) =>
    listTlds(this.#client, request, call);

  readonly getPrices: DriverOperations['getPrices'] = (request, call) =>
    getPrices(this.#client, request, call);

  readonly checkAvailability: DriverOperations['checkAvailability'] = (domains, call) =>
    checkAvailability(this.#client, domains, call);

  readonly quote: DriverOperations['quote'] = (request, call) => quote(this.#client, request, call);

  readonly registerDomain: DriverOperations['registerDomain'] = (order, call) =>
    registerDomain(this.#client, order, call);

  readonly renewDomain: DriverOperations['renewDomain'] = (order, call) =>
    renewDomain(this.#client, order, call);

  readonly getDomain: DriverOperations['getDomain'] = (domain, call) =>
    getDomain(this.#client, domain, call);

  readonly listDomains: DriverOperations['listDomains'] = (request, call) =>
    listDomains(this.#client, request, call);

  readonly getNameservers: DriverOperations['getNameservers'] = (domain, call) =>
    getNameservers(this.#client, domain, call);

  readonly setNameservers: DriverOperations['setNameservers'] = (request, call) =>
    setNameservers(this.#client, request, call);
}
