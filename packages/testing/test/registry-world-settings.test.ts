import { describe, expect, it } from '@jest/globals';
import { aContact, aContactSet } from '@registrar-kit/testing';
import { refusalOf } from './support/refusal-of.js';
import { smallWorld } from './support/small-world.js';

const domain = 'own-bakery.com';
const ds = { keyTag: 12_345, algorithm: 13, digestType: 2, digest: 'ab'.repeat(32) };

function worldWithDomain() {
  const { world, clock } = smallWorld();
  world.addAccount({ id: 'other' });
  world.putDomain({ domain, account: 'panel' });
  return { world, clock };
}

describe('contacts', () => {
  it('change for the roles given and stay for the others', () => {
    const { world } = worldWithDomain();
    const before = world.find(domain)!.contacts;
    const tech = aContact({ firstName: 'New' });
    const { contacts, verification } = world.setContacts('panel', domain, { tech });
    expect(contacts).toEqual({ ...before, tech });
    expect(verification).toBe('verified');
    const all = { ...before, registrant: aContact({ lastName: 'Other' }) };
    expect(world.setContacts('panel', domain, all).contacts).toEqual(all);
    expect(world.find(domain)?.contacts).toEqual(all);
  });

  it('wait to be confirmed after another address of the registrant', () => {
    const { world } = worldWithDomain();
    const registrant = aContact({ email: 'new@example.net' });
    expect(world.setContacts('panel', domain, { registrant }).verification).toBe('pending');
    expect(world.resendVerification('panel', domain).verificationsSent).toBe(1);
    expect(world.resendVerification('panel', domain).verificationsSent).toBe(2);
    expect(world.verifyRegistrant(domain).verification).toBe('verified');
    expect(refusalOf(() => world.resendVerification('panel', domain))).toEqual({
      kind: 'nothing_to_verify',
      domain,
    });
  });

  it('of an ending without confirmation need none', () => {
    const { world } = smallWorld();
    world.putDomain({ domain, account: 'panel', verification: 'not_required' });
    const registrant = aContact({ email: 'new@example.net' });
    expect(world.setContacts('panel', domain, { registrant }).verification).toBe('not_required');
    expect(refusalOf(() => world.resendVerification('panel', domain)).kind).toBe(
      'nothing_to_verify',
    );
  });

  it('carry the extra fields of the registry, checked', () => {
    const { world } = smallWorld();
    const market = 'own-market.com.tr';
    world.putDomain({ domain: market, account: 'panel', tldAttributes: { OLD: 'kept' } });
    // A domain from elsewhere has none, and still its contacts can be changed.
    world.setContacts('panel', market, { tech: aContact() });
    const attributes = { TRABISDOMAINCATEGORY: 'Owner', TRABISCITIZENID: '11111111111' };
    const row = world.setContacts('panel', market, aContactSet(), attributes);
    expect(row.tldAttributes).toEqual({ OLD: 'kept', ...attributes });
    const wrong = { TRABISDOMAINCATEGORY: 'Corporate' };
    expect(refusalOf(() => world.setContacts('panel', market, {}, wrong))).toEqual({
      kind: 'attribute_missing',
      domain: market,
      key: 'TRABISTAXOFFICE',
    });
    expect(world.find(market)?.tldAttributes).toEqual({ OLD: 'kept', ...attributes });
  });
});

describe('other settings', () => {
  it('are set to what is wanted', () => {
    const { world } = worldWithDomain();
    expect(world.setAutoRenew('panel', domain, true).autoRenew).toBe(true);
    expect(world.setAutoRenew('panel', domain, true).autoRenew).toBe(true);
    expect(world.setAutoRenew('panel', domain, false).autoRenew).toBe(false);
    expect(world.setDnssec('panel', domain, [ds]).dnssec).toEqual([ds]);
    expect(world.setDnssec('panel', domain, []).dnssec).toEqual([]);
    const hidden = world.setPrivacy('panel', domain, true, 'mail@example.net');
    expect(hidden).toMatchObject({ privacy: true, privacyForwardTo: 'mail@example.net' });
    // The address stays for the next time.
    expect(world.setPrivacy('panel', domain, false).privacyForwardTo).toBe('mail@example.net');
  });

  it.each([
    [{ keyTag: 65_536 }, 'key tag'],
    [{ algorithm: -1 }, 'algorithm'],
    [{ digestType: 1.5 }, 'digest type'],
    [{ digest: 'abc' }, 'hexadecimal'],
    [{ digest: '' }, 'hexadecimal'],
  ])('refuse a DS record with %j', (change, because) => {
    const { world } = worldWithDomain();
    const before = JSON.stringify(world);
    const set = () => world.setDnssec('panel', domain, [ds, { ...ds, ...change }]);
    expect(refusalOf(set)).toEqual({
      kind: 'invalid_record',
      domain,
      because: expect.stringContaining(because),
    });
    expect(JSON.stringify(world)).toBe(before);
  });

  it('are the owner’s, and only in a state that permits it', () => {
    const { world } = worldWithDomain();
    world.putDomain({ domain: 'late-bakery.com', account: 'panel', expiresOn: '2026-01-10' });
    world.putDomain({ domain: 'gone-bakery.com', account: 'panel', status: 'transferred_away' });
    const before = JSON.stringify(world);
    const changes = [
      (account: string, name: string) => world.setContacts(account, name, {}),
      (account: string, name: string) => world.setAutoRenew(account, name, true),
      (account: string, name: string) => world.setDnssec(account, name, []),
    ];
    for (const change of changes) {
      expect(refusalOf(() => change('other', domain)).kind).toBe('not_owner');
      expect(refusalOf(() => change('nobody', domain)).kind).toBe('unknown_account');
      expect(refusalOf(() => change('panel', 'no-bakery.com')).kind).toBe('domain_not_found');
      expect(refusalOf(() => change('panel', 'late-bakery.com')).kind).toBe('wrong_status');
      expect(refusalOf(() => change('panel', 'gone-bakery.com')).kind).toBe('wrong_status');
    }
    expect(refusalOf(() => world.deleteDomain('other', domain)).kind).toBe('not_owner');
    expect(refusalOf(() => world.resendVerification('other', domain)).kind).toBe('not_owner');
    expect(refusalOf(() => world.verifyRegistrant('no-bakery.com')).kind).toBe('domain_not_found');
    expect(JSON.stringify(world)).toBe(before);
  });
});
