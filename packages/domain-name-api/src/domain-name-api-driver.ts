import type {
  AccountScope,
  CapabilityTable,
  DriverFor,
  DriverOperations,
  Environment,
  QuotaSnapshot,
} from '@registrar-kit/core';
import { domainNameApiCapabilities } from './domain-name-api-capabilities.js';
import type { DomainNameApiClient } from './domain-name-api-client.js';
import { applyRecords } from './operations/apply-records.js';
import { approveTransferOut } from './operations/approve-transfer-out.js';
import { cancelTransfer } from './operations/cancel-transfer.js';
import { checkAvailability } from './operations/check-availability.js';
import { checkTransfer } from './operations/check-transfer.js';
import { createHost } from './operations/create-host.js';
import { deleteHost } from './operations/delete-host.js';
import { deleteUrlForward } from './operations/delete-url-forward.js';
import { getAuthCode } from './operations/get-auth-code.js';
import { getBalance } from './operations/get-balance.js';
import { getContacts } from './operations/get-contacts.js';
import { getDomain } from './operations/get-domain.js';
import { getHost } from './operations/get-host.js';
import { getLock } from './operations/get-lock.js';
import { getNameservers } from './operations/get-nameservers.js';
import { getPrices } from './operations/get-prices.js';
import { getPrivacy } from './operations/get-privacy.js';
import { getTldRequirements } from './operations/get-tld-requirements.js';
import { getTransfer } from './operations/get-transfer.js';
import { getUrlForward } from './operations/get-url-forward.js';
import { listDomains } from './operations/list-domains.js';
import { listHosts } from './operations/list-hosts.js';
import { listRecords } from './operations/list-records.js';
import { listTlds } from './operations/list-tlds.js';
import { listTransfers } from './operations/list-transfers.js';
import { planRecords } from './operations/plan-records.js';
import { quote } from './operations/quote.js';
import { registerDomain } from './operations/register-domain.js';
import { rejectTransferOut } from './operations/reject-transfer-out.js';
import { renewDomain } from './operations/renew-domain.js';
import { resetNameservers } from './operations/reset-nameservers.js';
import { restoreDomain } from './operations/restore-domain.js';
import { setContacts } from './operations/set-contacts.js';
import { setLock } from './operations/set-lock.js';
import { setNameservers } from './operations/set-nameservers.js';
import { setPrivacy } from './operations/set-privacy.js';
import { setUrlForward } from './operations/set-url-forward.js';
import { transferDomain } from './operations/transfer-domain.js';
import { updateHost } from './operations/update-host.js';
import { verifyAccess } from './operations/verify-access.js';

/** Domain Name API behind the contract for adapters: each operation with the client that sends it. */
export class DomainNameApiDriver implements DriverFor<typeof domainNameApiCapabilities> {
  readonly contractVersion = 1;
  readonly provider = 'domain-name-api';
  readonly capabilities: CapabilityTable;
  readonly #client: DomainNameApiClient;

  constructor(client: DomainNameApiClient) {
    this.#client = client;
    const { namesPerRequest } = client.settings;
    const checkAvailability = { support: 'supported', namesPerRequest } as const;
    this.capabilities = { ...domainNameApiCapabilities, checkAvailability };
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

  quotaSnapshot(): QuotaSnapshot {
    return this.#client.quotaSnapshot();
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

  readonly getTldRequirements: DriverOperations['getTldRequirements'] = (tld, call) =>
    getTldRequirements(this.#client, tld, call);

  readonly restoreDomain: DriverOperations['restoreDomain'] = (order, call) =>
    restoreDomain(this.#client, order, call);

  readonly transferDomain: DriverOperations['transferDomain'] = (order, call) =>
    transferDomain(this.#client, order, call);

  readonly checkTransfer: DriverOperations['checkTransfer'] = (request, call) =>
    checkTransfer(this.#client, request, call);

  readonly getTransfer: DriverOperations['getTransfer'] = (request, call) =>
    getTransfer(this.#client, request, call);

  readonly listTransfers: DriverOperations['listTransfers'] = (request, call) =>
    listTransfers(this.#client, request, call);

  readonly cancelTransfer: DriverOperations['cancelTransfer'] = (domain, call) =>
    cancelTransfer(this.#client, domain, call);

  readonly approveTransferOut: DriverOperations['approveTransferOut'] = (domain, call) =>
    approveTransferOut(this.#client, domain, call);

  readonly rejectTransferOut: DriverOperations['rejectTransferOut'] = (domain, call) =>
    rejectTransferOut(this.#client, domain, call);

  readonly getAuthCode: DriverOperations['getAuthCode'] = (domain, call) =>
    getAuthCode(this.#client, domain, call);

  readonly resetNameservers: DriverOperations['resetNameservers'] = (domain, call) =>
    resetNameservers(this.#client, domain, call);

  readonly getLock: DriverOperations['getLock'] = (domain, call) =>
    getLock(this.#client, domain, call);

  readonly setLock: DriverOperations['setLock'] = (request, call) =>
    setLock(this.#client, request, call);

  readonly getPrivacy: DriverOperations['getPrivacy'] = (domain, call) =>
    getPrivacy(this.#client, domain, call);

  readonly setPrivacy: DriverOperations['setPrivacy'] = (request, call) =>
    setPrivacy(this.#client, request, call);

  readonly getContacts: DriverOperations['getContacts'] = (domain, call) =>
    getContacts(this.#client, domain, call);

  readonly setContacts: DriverOperations['setContacts'] = (request, call) =>
    setContacts(this.#client, request, call);

  readonly listHosts: DriverOperations['listHosts'] = (domain, call) =>
    listHosts(this.#client, domain, call);

  readonly getHost: DriverOperations['getHost'] = (request, call) =>
    getHost(this.#client, request, call);

  readonly createHost: DriverOperations['createHost'] = (request, call) =>
    createHost(this.#client, request, call);

  readonly updateHost: DriverOperations['updateHost'] = (request, call) =>
    updateHost(this.#client, request, call);

  readonly deleteHost: DriverOperations['deleteHost'] = (request, call) =>
    deleteHost(this.#client, request, call);

  readonly listRecords: DriverOperations['listRecords'] = (domain, call) =>
    listRecords(this.#client, domain, call);

  readonly planRecords: DriverOperations['planRecords'] = (change) => planRecords(change);

  readonly applyRecords: DriverOperations['applyRecords'] = (change, call) =>
    applyRecords(this.#client, change, call);

  readonly getUrlForward: DriverOperations['getUrlForward'] = (domain, call) =>
    getUrlForward(this.#client, domain, call);

  readonly setUrlForward: DriverOperations['setUrlForward'] = (request, call) =>
    setUrlForward(this.#client, request, call);

  readonly deleteUrlForward: DriverOperations['deleteUrlForward'] = (domain, call) =>
    deleteUrlForward(this.#client, domain, call);
}
