import { describe, expect, it } from '@jest/globals';
import type { EmailForward } from '@registrar-kit/core';
import { refusalOf } from './support/refusal-of.js';
import { smallWorld } from './support/small-world.js';

const domain = 'own-bakery.com';

function worldWithDomain() {
  const { world } = smallWorld();
  world.addAccount({ id: 'other' });
  world.putDomain({ domain, account: 'panel' });
  return world;
}

describe('the web forward of a domain', () => {
  it('is one, set and deleted', () => {
    const world = worldWithDomain();
    expect(world.forwards.url('panel', domain)).toBeUndefined();
    const first = { target: 'https://example.net/a', kind: 'redirect' } as const;
    expect(world.forwards.setUrl('panel', domain, first)).toEqual(first);
    const second = { target: 'http://example.org', kind: 'frame' } as const;
    world.forwards.setUrl('panel', domain, second);
    expect(world.forwards.url('panel', domain)).toEqual(second);
    world.forwards.deleteUrl('panel', domain);
    expect(world.forwards.url('panel', domain)).toBeUndefined();
    const again = refusalOf(() => {
      world.forwards.deleteUrl('panel', domain);
    });
    expect(again).toEqual({ kind: 'url_forward_not_found', domain });
  });

  it.each(['', 'example.net', 'ftp://example.net', 'javascript:alert(1)', 'https://'])(
    'cannot go to %j',
    (target) => {
      const world = worldWithDomain();
      const set = () => world.forwards.setUrl('panel', domain, { target, kind: 'redirect' });
      expect(refusalOf(set)).toMatchObject({ kind: 'invalid_forward', domain });
      expect(world.forwards.url('panel', domain)).toBeUndefined();
    },
  );
});

describe('e-mail forwards', () => {
  const orders = { mailbox: 'orders', forwardTo: 'shop@example.net' };

  it('are replaced as a whole, beside the web forward', () => {
    const world = worldWithDomain();
    world.forwards.setUrl('panel', domain, { target: 'https://example.net', kind: 'redirect' });
    expect(world.forwards.emails('panel', domain)).toEqual([]);
    const all = [orders, { ...orders, forwardTo: 'b@example.net' }, { ...orders, mailbox: '*' }];
    expect(world.forwards.setEmails('panel', domain, all)).toEqual(all);
    expect(world.forwards.emails('panel', domain)).toEqual(all);
    world.forwards.setEmails('panel', domain, [orders]);
    expect(world.forwards.emails('panel', domain)).toEqual([orders]);
    world.forwards.setEmails('panel', domain, []);
    expect(world.forwards.emails('panel', domain)).toEqual([]);
    expect(world.forwards.url('panel', domain)?.target).toBe('https://example.net');
  });

  it.each<[EmailForward, string]>([
    [{ ...orders, mailbox: '' }, 'mailbox'],
    [{ ...orders, mailbox: 'a@b' }, 'mailbox'],
    [{ ...orders, mailbox: 'a b' }, 'mailbox'],
    [{ ...orders, forwardTo: 'nobody' }, 'e-mail address'],
    [{ ...orders, forwardTo: 'a@nowhere' }, 'e-mail address'],
    [{ mailbox: 'ORDERS', forwardTo: 'SHOP@example.net' }, 'two equal'],
  ])('refuse %j and change nothing', (forward, because) => {
    const world = worldWithDomain();
    world.forwards.setEmails('panel', domain, [orders]);
    const before = JSON.stringify(world);
    expect(refusalOf(() => world.forwards.setEmails('panel', domain, [orders, forward]))).toEqual({
      kind: 'invalid_forward',
      domain,
      because: expect.stringContaining(because),
    });
    expect(JSON.stringify(world)).toBe(before);
  });
});

describe('forwards', () => {
  it('are the owner’s', () => {
    const world = worldWithDomain();
    world.putDomain({ domain: 'paper-bakery.com', account: 'panel', status: 'pending' });
    const url = { target: 'https://example.net', kind: 'redirect' } as const;
    const refusals = [
      refusalOf(() => world.forwards.url('other', domain)),
      refusalOf(() => world.forwards.emails('nobody', domain)),
      refusalOf(() => world.forwards.setUrl('other', domain, url)),
      refusalOf(() => world.forwards.setEmails('other', domain, [])),
      refusalOf(() => world.forwards.setUrl('panel', 'paper-bakery.com', url)),
    ];
    expect(refusals.map(({ kind }) => kind)).toEqual([
      'not_owner',
      'unknown_account',
      'not_owner',
      'not_owner',
      'wrong_status',
    ]);
  });

  it('are read before a late write shows', () => {
    const world = worldWithDomain();
    const url = { target: 'https://example.net', kind: 'redirect' } as const;
    world.commitAfterNextRead(domain, () => world.forwards.setUrl('panel', domain, url));
    expect(world.forwards.url('panel', domain)).toBeUndefined();
    world.runDueCommits();
    expect(world.forwards.url('panel', domain)).toEqual(url);
  });
});
