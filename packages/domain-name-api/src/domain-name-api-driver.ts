import type {
  AccessReport,
  AccountScope,
  Balance,
  CallContext,
  Domain,
  DomainName,
  DomainSummary,
  DriverAvailability,
  DriverFor,
  Environment,
  ListDomainsInput,
  Nameserver,
  NameserverSet,
  Page,
  PageRequest,
  PricedOperation,
  PriceReading,
  PriceRequest,
  Receipt,
  RegistrationOrder,
  RegistrationReceipt,
  RenewalOrder,
  Tld,
  TldPrice,
} from '@registrar-kit/core';
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

/** Domain Name API behind the common contract. */
export class DomainNameApiDriver implements DriverFor<typeof domainNameApiCapabilities> {
  readonly contractVersion = 1;
  readonly provider = 'domain-name-api';
  readonly environment: Environment;
  readonly scope: AccountScope;
  readonly capabilities = domainNameApiCapabilities;
  readonly #client: DomainNameApiClient;

  constructor(client: DomainNameApiClient) {
    this.#client = client;
    this.environment = client.environment;
    this.scope = client.scope;
  }

  get simulated(): boolean {
    return this.#client.simulated;
  }

  verifyAccess(call: CallContext): Promise<Omit<AccessReport, 'environment'>> {
    return verifyAccess(this.#client, call);
  }

  getBalance(call: CallContext): Promise<Balance> {
    return getBalance(this.#client, call);
  }

  listTlds(request: PageRequest, call: CallContext): Promise<Page<Tld>> {
    return listTlds(this.#client, request, call);
  }

  getPrices(
    request: {
      readonly tlds: readonly string[] | undefined;
      readonly operations: readonly PricedOperation[];
    },
    call: CallContext,
  ): Promise<readonly TldPrice[]> {
    return getPrices(this.#client, request, call);
  }

  checkAvailability(
    domains: readonly DomainName[],
    call: CallContext,
  ): Promise<readonly DriverAvailability[]> {
    return checkAvailability(this.#client, domains, call);
  }

  quote(request: PriceRequest, call: CallContext): Promise<PriceReading> {
    return quote(this.#client, request, call);
  }

  registerDomain(order: RegistrationOrder, call: CallContext): Promise<RegistrationReceipt> {
    return registerDomain(this.#client, order, call);
  }

  renewDomain(order: RenewalOrder, call: CallContext): Promise<Receipt> {
    return renewDomain(this.#client, order, call);
  }

  getDomain(domain: DomainName, call: CallContext): Promise<Domain> {
    return getDomain(this.#client, domain, call);
  }

  listDomains(
    request: PageRequest & ListDomainsInput,
    call: CallContext,
  ): Promise<Page<DomainSummary>> {
    return listDomains(this.#client, request, call);
  }

  getNameservers(domain: DomainName, call: CallContext): Promise<NameserverSet> {
    return getNameservers(this.#client, domain, call);
  }

  setNameservers(
    request: { readonly domain: DomainName; readonly nameservers: readonly Nameserver[] },
    call: CallContext,
  ): Promise<NameserverSet> {
    return setNameservers(this.#client, request, call);
  }
}
