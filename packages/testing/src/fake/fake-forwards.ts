import type { UrlForward } from '@registrar-kit/core';
import type { WorldUrlForward } from '../world/world-forwards.js';
import type { FakeOperations } from './fake-operation.js';

/** Visitors and mail that are sent on. */
export const fakeForwards: FakeOperations<
  'getEmailForwards' | 'setEmailForwards' | 'getUrlForward' | 'setUrlForward' | 'deleteUrlForward'
> = {
  getEmailForwards: (domain, desk) =>
    desk.world.forwards.emails(desk.visible(domain).account, domain),
  setEmailForwards: ({ domain, forwards }, { world, account }) =>
    world.forwards.setEmails(account, domain, forwards),

  getUrlForward: (domain, desk) =>
    toUrlForward(domain, desk.world.forwards.url(desk.visible(domain).account, domain)),
  setUrlForward: ({ domain, target, kind }, { world, account }) =>
    toUrlForward(domain, world.forwards.setUrl(account, domain, { target, kind })),
  deleteUrlForward: (domain, { world, account }) => {
    if (world.forwards.url(account, domain) !== undefined)
      world.forwards.deleteUrl(account, domain);
  },
};

function toUrlForward(
  domain: UrlForward['domain'],
  forward: WorldUrlForward | undefined,
): UrlForward {
  return forward === undefined ? { domain, target: null } : { domain, ...forward };
}
