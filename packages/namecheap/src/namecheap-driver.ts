import type {
  AccountScope,
  DriverFor,
  DriverOperations,
  Environment,
  QuotaSnapshot,
} from '@registrar-kit/core';
import { namecheapCapabilities } from './namecheap-capabilities.js';
import type { NamecheapClient } from './namecheap-client.js';
import { applyRecords } from './operations/apply-records.js';
import { checkAvailability } from './operations/check-availability.js';
import { deleteUrlForward } from './operations/delete-url-forward.js';
import { getBalance } from './operations/get-balance.js';
import { getContacts } from './operations/get-contacts.js';
import { getDomain } from './operations/get-domain.js';
import { getEmailForwards } from './operations/get-email-forwards.js';
import { getNameservers } from './operations/get-nameservers.js';
import { getPrices } from './operations/get-prices.js';
import { getTldRequirements } from './operations/get-tld-requirements.js';
import { getTransfer } from './operations/get-transfer.js';
import { getUrlForward } from './operations/get-url-forward.js';
import { createHost, deleteHost, getHost, updateHost } from './operations/glue-hosts.js';
import { listDomains } from './operations/list-domains.js';
import { listRecords } from './operations/list-records.js';
import { listTlds } from './operations/list-tlds.js';
import { listTransfers } from './operations/list-transfers.js';
import { planRecords } from './operations/plan-records.js';
import { getPrivacy, setPrivacy } from './operations/privacy.js';
import { quote } from './operations/quote.js';
import { registerDomain } from './operations/register-domain.js';
import { getLock, setLock } from './operations/registrar-lock.js';
import { renewDomain } from './operations/renew-domain.js';
import { resetNameservers } from './operations/reset-nameservers.js';
import { restoreDomain } from './operations/restore-domain.js';
import { resubmitTransfer } from './operations/resubmit-transfer.js';
import { setContacts } from './operations/set-contacts.js';
import { setEmailForwards } from './operations/set-email-forwards.js';
import { setNameservers } from './operations/set-nameservers.js';
import { setUrlForward } from './operations/set-url-forward.js';
import { transferDomain } from './operations/transfer-domain.js';
import { verifyAccess } from './operations/verify-access.js';

/** Namecheap behind the contract for adapters: each operation with the client that sends it. */
export class NamecheapDriver implements DriverFor<typeof namecheapCapabilities> {
  readonly contractVersion = 1;
  readonly provider = 'namecheap';
  readonly capabilities = namecheapCapabilities;
  readonly #client: NamecheapClient;

  constructor(client: NamecheapClient) {
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

  readonly listRecords: DriverOperations['listRecords'] = (domain, call) =>
    listRecords(this.#client, domain, call);

  readonly planRecords: DriverOperations['planRecords'] = (change) => planRecords(change);

  readonly applyRecords: DriverOperations['applyRecords'] = (change, call) =>
    applyRecords(this.#client, change, call);

  readonly getEmailForwards: DriverOperations['getEmailForwards'] = (domain, call) =>
    getEmailForwards(this.#client, domain, call);

  readonly setEmailForwards: DriverOperations['setEmailForwards'] = (request, call) =>
    setEmailForwards(this.#client, request, call);

  readonly getUrlForward: DriverOperations['getUrlForward'] = (domain, call) =>
    getUrlForward(this.#client, domain, call);

  readonly setUrlForward: DriverOperations['setUrlForward'] = (request, call) =>
    setUrlForward(this.#client, request, call);

  readonly deleteUrlForward: DriverOperations['deleteUrlForward'] = (domain, call) =>
    deleteUrlForward(this.#client, domain, call);

  readonly resetNameservers: DriverOperations['resetNameservers'] = (domain, call) =>
    resetNameservers(this.#client, domain, call);

  readonly getTldRequirements: DriverOperations['getTldRequirements'] = (tld) =>
    Promise.resolve(getTldRequirements(tld));

  readonly restoreDomain: DriverOperations['restoreDomain'] = (order, call) =>
    restoreDomain(this.#client, order, call);

  readonly transferDomain: DriverOperations['transferDomain'] = (order, call) =>
    transferDomain(this.#client, order, call);

  readonly getTransfer: DriverOperations['getTransfer'] = (request, call) =>
    getTransfer(this.#client, request, call);

  readonly listTransfers: DriverOperations['listTransfers'] = (request, call) =>
    listTransfers(this.#client, request, call);

  readonly resubmitTransfer: DriverOperations['resubmitTransfer'] = (request, call) =>
    resubmitTransfer(this.#client, request, call);

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

  readonly getHost: DriverOperations['getHost'] = (request, call) =>
    getHost(this.#client, request, call);

  readonly createHost: DriverOperations['createHost'] = (request, call) =>
    createHost(this.#client, request, call);

  readonly updateHost: DriverOperations['updateHost'] = (request, call) =>
    updateHost(this.#client, request, call);

  readonly deleteHost: DriverOperations['deleteHost'] = (request, call) =>
    deleteHost(this.#client, request, call);
}
