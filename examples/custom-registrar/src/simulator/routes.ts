import { answerAccount } from './answers/account.js';
import { answerAvailability, answerQuote } from './answers/catalogue.js';
import { answerContacts, answerContactsChanged } from './answers/contacts.js';
import { answerCode, answerDomain, answerDomains, answerRemoval } from './answers/domains.js';
import { answerEndings } from './answers/endings.js';
import { answerOrder } from './answers/orders.js';
import { answerServers, answerServersReset, answerSwitches } from './answers/settings.js';
import { reads, writes, type Route } from './route.js';
import { nameIn, namesIn } from './vendor-body.js';

/** Every call of the vendor's that the simulator answers. */
export const routes: readonly Route[] = [
  reads('GET account', ['verifyAccess', 'getBalance'], answerAccount),
  reads('GET endings', ['listTlds', 'getPrices'], answerEndings),
  reads('POST availability', ['checkAvailability'], answerAvailability, namesIn),
  reads('POST quotes', ['quote'], answerQuote, nameIn),
  writes('POST orders', ['registerDomain', 'renewDomain', 'restoreDomain'], answerOrder, nameIn),
  reads('GET domains', ['listDomains'], answerDomains, () => []),
  reads(
    'GET domains/{domain}',
    ['getDomain', 'syncDomain', 'getNameservers', 'getLock', 'getPrivacy'],
    answerDomain,
  ),
  writes('DELETE domains/{domain}', ['deleteDomain'], answerRemoval),
  reads('GET domains/{domain}/transfer-code', ['getAuthCode'], answerCode),
  writes('PUT domains/{domain}/servers', ['setNameservers'], answerServers),
  writes('DELETE domains/{domain}/servers', ['resetNameservers'], answerServersReset),
  writes(
    'PUT domains/{domain}/switches',
    ['setLock', 'setPrivacy', 'setAutoRenew'],
    answerSwitches,
  ),
  reads('GET domains/{domain}/contacts', ['getContacts'], answerContacts),
  writes('PUT domains/{domain}/contacts', ['setContacts'], answerContactsChanged),
];
