import type { FakeOperations } from './fake-operation.js';

/** Glue hosts at the registry. */
export const fakeHosts: FakeOperations<
  'listHosts' | 'getHost' | 'createHost' | 'updateHost' | 'deleteHost'
> = {
  listHosts: (domain, desk) => desk.world.hosts.list(desk.visible(domain).account, domain),
  getHost: ({ domain, host }, desk) =>
    desk.world.hosts.get(desk.visible(domain).account, domain, host),
  createHost: ({ domain, host, addresses }, { world, account }) =>
    world.hosts.create(account, domain, host, addresses),
  updateHost: ({ domain, host, addresses, newHost }, { world, account }) =>
    world.hosts.update(account, domain, host, {
      ...(addresses === undefined ? {} : { addresses }),
      ...(newHost === undefined ? {} : { newHost }),
    }),
  deleteHost: ({ domain, host }, { world, account }) => {
    world.hosts.delete(account, domain, host);
  },
};
