import { canaryAuthCode } from '../canaries.js';
import {
  foreignDomain,
  forwardVisitors,
  freeDomain,
  glueHost,
  lapsedDomain,
  ownDomain,
} from '../shop.js';
import { firstPages, type Scene } from './scene.js';

const domain = ownDomain;
const tlds = ['com', 'co.uk', 'jp'];

/** The names that are searched for: free, taken elsewhere, held here, premium, one ending that is not sold. */
const searchedNames = [
  freeDomain,
  'openai.com',
  ownDomain,
  'harbour.io',
  'harbour-to-be.jp',
  'münchen-hafen.de',
];

function read(operation: Scene['operation'], act: Scene['act'], more: Partial<Scene> = {}): Scene {
  return { title: operation, operation, kind: 'read', act, ...more };
}

const startTransfer: Scene['arrange'] = ({ world, account }) => {
  world.transfers.start({ account, domain: foreignDomain, authCode: canaryAuthCode });
};

/** Every operation that only reads. */
export const readScenes: readonly Scene[] = [
  read('verifyAccess', (registrar) => registrar.verifyAccess()),
  read('getBalance', (registrar) => registrar.getBalance()),
  read('getCapabilities', (registrar) => registrar.getCapabilities({ tld: 'com' })),
  read('listTlds', (registrar) => firstPages(registrar.listTlds())),
  read('getPrices', (registrar) => registrar.getPrices({ tlds })),
  read('getPrices', (registrar) => registrar.getPrices(), { title: 'getPrices of all endings' }),
  read('getTldRequirements', (registrar) => registrar.getTldRequirements({ tld: 'us' })),
  read('checkAvailability', (registrar) => registrar.checkAvailability({ domains: searchedNames })),
  read('checkAvailability', (registrar) => registrar.checkAvailability({ domains: [freeDomain] }), {
    title: 'checkAvailability of one name',
  }),
  read('streamAvailability', async (registrar) => {
    const rows: unknown[] = [];
    for await (const row of registrar.streamAvailability({ domains: searchedNames }))
      rows.push(row);
    return rows;
  }),
  read('quote', (registrar) =>
    registrar.quote({ operation: 'registerDomain', domain: freeDomain, years: 2 }),
  ),
  read(
    'quote',
    (registrar) => registrar.quote({ operation: 'registerDomain', domain: 'harbour.io' }),
    {
      title: 'quote of a premium name',
    },
  ),
  read('quote', (registrar) => registrar.quote({ operation: 'renewDomain', domain }), {
    title: 'quote of a renewal',
  }),
  read(
    'quote',
    (registrar) => registrar.quote({ operation: 'restoreDomain', domain: lapsedDomain }),
    {
      title: 'quote of a restore',
    },
  ),
  read(
    'quote',
    (registrar) => registrar.quote({ operation: 'transferDomain', domain: foreignDomain }),
    {
      title: 'quote of a transfer',
    },
  ),
  read('getDomain', (registrar) => registrar.getDomain({ domain })),
  read('listDomains', (registrar) => firstPages(registrar.listDomains())),
  read('syncDomain', (registrar) => registrar.syncDomain({ domain })),
  read('checkTransfer', (registrar) =>
    registrar.checkTransfer({ domain: foreignDomain, authCode: canaryAuthCode }),
  ),
  read('getTransfer', (registrar) => registrar.getTransfer({ domain: foreignDomain }), {
    arrange: startTransfer,
  }),
  read('listTransfers', (registrar) => firstPages(registrar.listTransfers()), {
    arrange: startTransfer,
  }),
  read('getAuthCode', (registrar) => registrar.getAuthCode({ domain })),
  read('getNameservers', (registrar) => registrar.getNameservers({ domain })),
  read('getLock', (registrar) => registrar.getLock({ domain })),
  read('getPrivacy', (registrar) => registrar.getPrivacy({ domain })),
  read('getContacts', (registrar) => registrar.getContacts({ domain })),
  read('listRecords', (registrar) => registrar.listRecords({ domain })),
  read('planRecords', (registrar) =>
    registrar.planRecords({
      domain,
      change: { add: [{ type: 'A', name: 'new', value: '192.0.2.77' }] },
    }),
  ),
  read('getEmailForwards', (registrar) => registrar.getEmailForwards({ domain })),
  read('getUrlForward', (registrar) => registrar.getUrlForward({ domain }), {
    arrange: forwardVisitors,
  }),
  read('listHosts', (registrar) => registrar.listHosts({ domain })),
  read('getHost', (registrar) => registrar.getHost({ domain, host: glueHost })),
];
