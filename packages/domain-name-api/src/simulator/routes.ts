import { answerAccount } from './answers/account.js';
import { answerContactChange, answerContactsUpdate, answerNewContact } from './answers/contacts.js';
import { answerInfo, answerList } from './answers/domains.js';
import { answerForward, answerForwardRemoved, answerForwardSet } from './answers/forwards.js';
import { answerHostChanged, answerHostCreated, answerHostRemoved } from './answers/hosts.js';
import { answerProducts } from './answers/products.js';
import { answerRegistration, answerRegistrationByHandles } from './answers/registration.js';
import { answerRenewal, answerRenewalCheck } from './answers/renewal.js';
import { answerRestore } from './answers/restore.js';
import { answerSearch, answerSearchOne } from './answers/search.js';
import { answerLock, answerNameservers, answerPrivacy, answerUnlock } from './answers/settings.js';
import { answerTransactions } from './answers/transactions.js';
import {
  answerTransfer,
  answerTransferApproved,
  answerTransferCancelled,
  answerTransferCheck,
  answerTransferQuery,
  answerTransferRejected,
} from './answers/transfers.js';
import {
  answerSetEdited,
  answerSetRemoved,
  answerSetWritten,
  answerZone,
  answerZoneApplied,
} from './answers/zones.js';
import { inQuery, route, type Route } from './route.js';

const search = { writes: false, searches: true };
const inTheQuery = { domains: inQuery };

/** Every call whose form is known, by method and path below `/api/v1/`. */
export const routes: readonly Route[] = [
  route('GET deposit/accounts/me', ['verifyAccess', 'getBalance'], answerAccount),
  route('GET deposit/transactions', [], answerTransactions),

  route(
    'GET products/tlds',
    ['listTlds', 'getPrices', 'getTldRequirements', 'quote'],
    answerProducts,
  ),
  route('POST domains/search', ['checkAvailability', 'quote'], answerSearchOne, search),
  route('POST domains/bulk-search', ['checkAvailability', 'quote'], answerSearch, search),

  route('GET domains', ['listDomains', 'listTransfers'], answerList),
  route(
    'GET domains/info',
    [
      'getDomain',
      'syncDomain',
      'getNameservers',
      'getLock',
      'getPrivacy',
      'getContacts',
      'getAuthCode',
      'getTransfer',
      'listHosts',
      'getHost',
    ],
    answerInfo,
  ),
  route('POST domains/register-with-contacts', ['registerDomain'], answerRegistration),
  route('POST domains/register', ['registerDomain'], answerRegistrationByHandles),
  route('POST domains/renew', ['renewDomain'], answerRenewal),
  route('POST domains/renew/check', [], answerRenewalCheck, { writes: false }),
  route('POST domains/restore', ['restoreDomain'], answerRestore),

  route('POST domains/transfer', ['transferDomain'], answerTransfer),
  route('POST domains/transfers/check', ['checkTransfer'], answerTransferCheck, { writes: false }),
  route('POST domains/transfers/query', ['getTransfer'], answerTransferQuery, { writes: false }),
  route('POST domains/transfers/cancel', ['cancelTransfer'], answerTransferCancelled),
  route('POST domains/transfers/approve', ['approveTransferOut'], answerTransferApproved),
  route('POST domains/transfers/reject', ['rejectTransferOut'], answerTransferRejected),

  route('PUT domains/dns/name-server', ['setNameservers', 'resetNameservers'], answerNameservers),
  route('POST domains/dns/host', ['createHost'], answerHostCreated),
  route('PUT domains/dns/host', ['updateHost'], answerHostChanged),
  route('DELETE domains/dns/host', ['deleteHost'], answerHostRemoved),

  route('PUT domains/contacts/update', ['setContacts'], answerContactsUpdate),
  route('POST contacts', [], answerNewContact),
  route('PUT contacts/{handle}', [], answerContactChange),
  route('POST domains/lock', ['setLock'], answerLock),
  route('POST domains/unlock', ['setLock'], answerUnlock),
  route('POST domains/privacy', ['setPrivacy'], answerPrivacy),

  route('GET domains/zones', ['listRecords', 'planRecords'], answerZone),
  route('POST domains/zones', ['applyRecords'], answerSetWritten, inTheQuery),
  route('PUT domains/zones', ['applyRecords'], answerSetEdited, inTheQuery),
  route('DELETE domains/zones', ['applyRecords'], answerSetRemoved),
  route('POST domains/zones/apply', ['applyRecords'], answerZoneApplied, {
    ...inTheQuery,
    bodyOptional: true,
  }),
  route('GET domains/forwards', ['getUrlForward'], answerForward),
  route('POST domains/forwards', ['setUrlForward'], answerForwardSet),
  route('DELETE domains/forwards', ['deleteUrlForward'], answerForwardRemoved),
];

/** Calls of which nothing but the name is public. */
export const unpublished: readonly string[] = [
  'GET products/info',
  'GET order/{orderCode}',
  'GET contacts/verification/check',
  'POST contacts/verification/request',
];
