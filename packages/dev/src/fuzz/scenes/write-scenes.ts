import { canaryAuthCode, canaryContacts } from '../canaries.js';
import {
  foreignDomain,
  forwardVisitors,
  glueHost,
  leavingDomain,
  otherServers,
  ownDomain,
  type Shop,
} from '../shop.js';
import type { Scene } from './scene.js';

const domain = ownDomain;

function write(operation: Scene['operation'], act: Scene['act'], more: Partial<Scene> = {}): Scene {
  return { title: operation, operation, kind: 'write', act, ...more };
}

const row = ({ world }: Shop) => world.find(domain);
const addresses = ({ world, account }: Shop, host = glueHost): string =>
  world.hosts
    .list(account, domain)
    .find((entry) => entry.host === host)
    ?.addresses.join() ?? '';
const records = ({ world, account }: Shop): string =>
  world.zones
    .of(account, domain)
    .records.map(({ type, name, value }) => `${type} ${name} ${value}`)
    .join('\n');

/** Every operation that changes something and charges nothing. */
export const writeScenes: readonly Scene[] = [
  write(
    'setNameservers',
    (registrar) => registrar.setNameservers({ domain, nameservers: otherServers }),
    {
      stands: (shop) => row(shop)?.nameservers.join() === otherServers.join(),
    },
  ),
  write('resetNameservers', (registrar) => registrar.resetNameservers({ domain })),
  write('setLock', (registrar) => registrar.setLock({ domain, locked: false }), {
    stands: (shop) => row(shop)?.locked === false,
  }),
  write('setPrivacy', (registrar) => registrar.setPrivacy({ domain, privacy: true }), {
    stands: (shop) => row(shop)?.privacy === true,
  }),
  write('setContacts', (registrar) =>
    registrar.setContacts({
      domain,
      contacts: { tech: { ...canaryContacts.tech, firstName: 'CANARYnew' } },
    }),
  ),
  write(
    'applyRecords',
    async (registrar) => {
      const plan = await registrar.planRecords({
        domain,
        change: {
          add: [
            { type: 'A', name: 'new', value: '192.0.2.77' },
            { type: 'TXT', name: 'new', value: 'hello' },
          ],
          remove: [{ type: 'CNAME', name: 'www' }],
        },
      });
      return registrar.applyRecords({ plan });
    },
    {
      stands: (shop) =>
        records(shop).includes('A new 192.0.2.77') && !records(shop).includes('CNAME www'),
    },
  ),
  write('setEmailForwards', (registrar) =>
    registrar.setEmailForwards({
      domain,
      forwards: [{ mailbox: 'info', forwardTo: 'info@example.net' }],
    }),
  ),
  write('setUrlForward', (registrar) =>
    registrar.setUrlForward({ domain, target: 'https://example.net/new' }),
  ),
  write('deleteUrlForward', (registrar) => registrar.deleteUrlForward({ domain }), {
    arrange: forwardVisitors,
  }),
  write(
    'createHost',
    (registrar) =>
      registrar.createHost({ domain, host: `ns2.${domain}`, addresses: ['192.0.2.54'] }),
    { stands: (shop) => addresses(shop, `ns2.${domain}`) === '192.0.2.54' },
  ),
  write(
    'updateHost',
    (registrar) => registrar.updateHost({ domain, host: glueHost, addresses: ['192.0.2.55'] }),
    { stands: (shop) => addresses(shop) === '192.0.2.55' },
  ),
  write('deleteHost', (registrar) => registrar.deleteHost({ domain, host: glueHost })),
  write('resubmitTransfer', (registrar) => registrar.resubmitTransfer({ domain: foreignDomain }), {
    arrange: ({ world, account }) => {
      world.transfers.start({ account, domain: foreignDomain, authCode: canaryAuthCode });
      world.transfers.fail(foreignDomain, 'losing_registrar');
    },
  }),
  write('cancelTransfer', (registrar) => registrar.cancelTransfer({ domain: foreignDomain }), {
    arrange: ({ world, account }) => {
      world.transfers.start({ account, domain: foreignDomain, authCode: canaryAuthCode });
    },
  }),
  write(
    'approveTransferOut',
    (registrar) => registrar.approveTransferOut({ domain: leavingDomain }),
    {
      arrange: ({ world }) => void world.transfersOut.start(leavingDomain),
    },
  ),
  write(
    'rejectTransferOut',
    (registrar) => registrar.rejectTransferOut({ domain: leavingDomain }),
    {
      arrange: ({ world }) => void world.transfersOut.start(leavingDomain),
    },
  ),
];
