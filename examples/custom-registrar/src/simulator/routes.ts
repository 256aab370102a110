import { answerAccount } from './answers/account.js';
import { answerAvailability, answerQuote } from './answers/catalogue.js';
import { answerContacts, answerContactsChanged } from './answers/contacts.js';
import { answerCode, answerDomain, answerDomains, answerRemoval } from './answers/domains.js';
import { answerEndings } from './answers/endings.js';
import { answerOrder } from './answers/orders.js';
import { answerServers, answerServersReset, answerSwitches } from './answers/settings.js';
import { route, type Route } from './route.js';
import { nameIn, namesIn } from './vendor-body.js';

/** Every call of the vendor's that the simulator answers. */
export const routes: readonly Route[] = [
  route('GET account', ['verifyAccess', 'getBalance'], answerAccount),
  route('GET endings', ['listTlds', 'getPrices'], answerEndings),
  route('POST availability', ['checkAvailability'], answerAvailability, namesIn),
  route('POST quotes', ['quote'], answerQuote, nameIn),
  route('POST orders', ['registerDomain', 'renewDomain', 'restoreDomain'], answerOrder, nameIn),
  route('GET domains', ['listDomains'], answerDomains, () => []),
  route(
    'GET domains/{domain}',
    ['getDomain', 'syncDomain', 'getNameservers', 'getLock', 'getPrivacy'],
    answerDomain,
  ),
  route('DELETE domains/{domain}', ['deleteDomain'], answerRemoval),
  route('GET domains/{domain}/transfer-code', ['getAuthCode'], answerCode),
  route('PUT domains/{domain}/servers', ['setNameservers'], answerServers),
  route('DELETE domains/{domain}/servers', ['resetNameservers'], answerServersReset),
  route('PUT domains/{domain}/switches', ['setLock', 'setPrivacy', 'setAutoRenew'], answerSwitches),
  route('GET domains/{domain}/contacts', ['getContacts'], answerContacts),
  route('PUT domains/{domain}/contacts', ['setContacts'], answerContactsChanged),
];
