import { describe, expect, it } from '@jest/globals';
import type { NewWorldRecord, ZoneEdit } from '@registrar-kit/testing';
import { refusalOf } from './support/refusal-of.js';
import { smallWorld } from './support/small-world.js';

const domain = 'own-bakery.com';
const a: NewWorldRecord = { type: 'A', name: '@', value: '192.0.2.1', ttlSeconds: 1800 };
const mx: NewWorldRecord = { type: 'MX', name: '@', value: 'mail.example.net', priority: 10 };
const txt: NewWorldRecord = { type: 'TXT', name: 'www', value: 'a "quoted" text' };
const own = ['ns1.example.net', 'ns2.example.net'];

function worldWithZone() {
  const { world, clock } = smallWorld();
  world.addAccount({ id: 'other' });
  world.putDomain({ domain, account: 'panel' });
  world.zones.set('panel', domain, [a, mx, txt]);
  return { world, clock };
}

/** Records without their ids. */
function bare(records: readonly (NewWorldRecord & { readonly id: number })[]) {
  return records.map(({ id, ...record }) => {
    expect(id).toBeGreaterThan(0);
    return record;
  });
}

describe('a zone', () => {
  it('is replaced whole, with new ids each time', () => {
    const { world } = worldWithZone();
    const first = world.zones.of('panel', domain);
    expect(first).toMatchObject({ domain, usesProviderDns: true, settings: {}, staged: [] });
    expect(bare(first.records)).toEqual([a, mx, txt]);
    const flagged = { ...a, flags: { IsDDNSEnabled: 'true' } };
    const settings = { emailType: 'MX' };
    const second = world.zones.set('panel', domain, [flagged, mx], { settings });
    expect(bare(second.records)).toEqual([flagged, mx]);
    expect(second.settings).toEqual(settings);
    const ids = [...first.records, ...second.records].map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    // Settings that are not given stay.
    expect(world.zones.set('panel', domain, []).settings).toEqual(settings);
    expect(world.zones.of('panel', domain).records).toEqual([]);
  });

  it('holds the names in one form', () => {
    const { world } = worldWithZone();
    const names = ['*', '*.Sub', '_dmarc', 'A.b-c.D', 'xn--mnchen-3ya'];
    const records = names.map((name) => ({ ...txt, name }));
    expect(world.zones.set('panel', domain, records).records.map(({ name }) => name)).toEqual([
      '*',
      '*.sub',
      '_dmarc',
      'a.b-c.d',
      'xn--mnchen-3ya',
    ]);
  });

  it('has parking records until somebody writes it', () => {
    const { world } = smallWorld();
    world.addAccount({
      id: 'parked',
      parking: [
        { type: 'CNAME', name: 'www', value: 'parking.example.net' },
        { type: 'URL', name: '@', value: 'http://www.{domain}/' },
      ],
    });
    world.putDomain({ domain, account: 'parked' });
    const parked = world.zones.of('parked', domain).records;
    expect(bare(parked)).toEqual([
      { type: 'CNAME', name: 'www', value: 'parking.example.net' },
      { type: 'URL', name: '@', value: `http://www.${domain}/` },
    ]);
    expect(world.zones.of('parked', domain).records).toEqual(parked);
    world.zones.edit('parked', domain, { kind: 'delete', name: '@', type: 'URL' });
    expect(world.zones.of('parked', domain).records.map(({ name }) => name)).toEqual(['www']);
    world.zones.set('parked', domain, []);
    expect(world.zones.of('parked', domain).records).toEqual([]);
  });

  it('is kept but not served where other servers answer, and written only when told to', () => {
    const { world } = worldWithZone();
    world.setNameservers('panel', domain, own);
    const zone = world.zones.of('panel', domain);
    expect(zone.usesProviderDns).toBe(false);
    expect(zone.records).toHaveLength(3);
    const edit: ZoneEdit = { kind: 'delete', name: '@', type: 'A' };
    const before = JSON.stringify(world);
    const writes = [
      () => world.zones.set('panel', domain, [a]),
      () => world.zones.edit('panel', domain, edit),
      () => world.zones.stage('panel', domain, edit),
      () => world.zones.applyStaged('panel', domain),
    ];
    for (const write of writes)
      expect(refusalOf(write)).toEqual({ kind: 'not_on_provider_dns', domain });
    expect(JSON.stringify(world)).toBe(before);
    const written = world.zones.set('panel', domain, [a], { evenUnserved: true });
    expect(bare(written.records)).toEqual([a]);
  });

  it('is another one after a new registration of the name', async () => {
    const { world, clock } = worldWithZone();
    const { contacts } = world.deleteDomain('panel', domain);
    await clock.advanceDays(40);
    world.register({ account: 'panel', domain, years: 1, contacts });
    expect(world.zones.of('panel', domain).records).toEqual([]);
  });

  it.each([
    [{ ...a, name: 'www.' }, 'relative'],
    [{ ...a, name: '' }, 'relative'],
    [{ ...a, name: 'a b' }, 'relative'],
    [{ ...a, name: 'a.*' }, 'relative'],
    [{ ...a, name: 'x'.repeat(64) }, 'relative'],
    [{ ...a, value: '192.0.2.300' }, 'IPv4'],
    [{ ...a, type: 'AAAA' as const }, 'IPv6'],
    [{ ...txt, value: ' ' }, 'empty'],
    [{ ...a, ttlSeconds: 0 }, 'TTL'],
    [{ ...a, ttlSeconds: 1.5 }, 'TTL'],
    [{ ...mx, priority: 65_536 }, 'priority'],
    [{ ...a, type: 'NONE' as 'A' }, 'type'],
    [{ ...a, type: 'toString' as 'A' }, 'type'],
    [{ ...mx }, 'two equal MX'],
  ])('refuses %j and changes nothing', (record, because) => {
    const { world } = worldWithZone();
    const before = JSON.stringify(world);
    expect(refusalOf(() => world.zones.set('panel', domain, [mx, record]))).toEqual({
      kind: 'invalid_record',
      domain,
      because: expect.stringContaining(because),
    });
    expect(JSON.stringify(world)).toBe(before);
  });

  it('is the owner’s', () => {
    const { world } = worldWithZone();
    world.putDomain({ domain: 'late-bakery.com', account: 'panel', expiresOn: '2026-01-10' });
    const before = JSON.stringify(world);
    const edit: ZoneEdit = { kind: 'delete', name: '@', type: 'A' };
    const refusals = [
      refusalOf(() => world.zones.of('other', domain)),
      refusalOf(() => world.zones.of('nobody', domain)),
      refusalOf(() => world.zones.preview('other', domain)),
      refusalOf(() => world.zones.set('other', domain, [])),
      refusalOf(() => world.zones.edit('other', domain, edit)),
      refusalOf(() => world.zones.stage('other', domain, edit)),
      refusalOf(() => world.zones.applyStaged('other', domain)),
      refusalOf(() => world.zones.discardStaged('other', domain)),
      refusalOf(() => world.zones.set('panel', 'late-bakery.com', [])),
      refusalOf(() => world.zones.set('panel', 'no-bakery.com', [])),
    ];
    expect(refusals.map(({ kind }) => kind)).toEqual([
      'not_owner',
      'unknown_account',
      ...Array.from({ length: 6 }, () => 'not_owner'),
      'wrong_status',
      'domain_not_found',
    ]);
    expect(JSON.stringify(world)).toBe(before);
  });

  it('shows a late write only after it was read once more', () => {
    const { world } = worldWithZone();
    world.commitAfterNextRead(domain, () => world.zones.set('panel', domain, []));
    expect(world.zones.of('panel', 'OWN-bakery.com').records).toHaveLength(3);
    world.runDueCommits();
    expect(world.zones.of('panel', domain).records).toEqual([]);
  });
});

describe('a record set', () => {
  it('is put, replaced whole and deleted, and leaves the others alone', () => {
    const { world } = worldWithZone();
    const untouched = world.zones.of('panel', domain).records;
    const records = [{ value: '192.0.2.8' }, { value: '192.0.2.9', ttlSeconds: 60 }];
    const put = world.zones.edit('panel', domain, {
      kind: 'put',
      name: 'SHOP',
      type: 'A',
      records,
    });
    expect(put.records.slice(0, 3)).toEqual(untouched);
    expect(bare(put.records.slice(3))).toEqual([
      { type: 'A', name: 'shop', value: '192.0.2.8' },
      { type: 'A', name: 'shop', value: '192.0.2.9', ttlSeconds: 60 },
    ]);
    const one = [{ value: '192.0.2.7' }];
    const edit: ZoneEdit = { kind: 'edit', name: 'shop', type: 'A', records: one };
    const edited = world.zones.edit('panel', domain, edit);
    expect(bare(edited.records.slice(3))).toEqual([
      { type: 'A', name: 'shop', value: '192.0.2.7' },
    ]);
    const deleted = world.zones.edit('panel', domain, { kind: 'delete', name: 'shop', type: 'A' });
    expect(deleted.records).toEqual(untouched);
  });

  it.each<[ZoneEdit, object]>([
    [
      { kind: 'edit', name: 'shop', type: 'A', records: [{ value: '192.0.2.7' }] },
      { kind: 'record_set_not_found', name: 'shop', type: 'A' },
    ],
    [
      { kind: 'delete', name: '@', type: 'AAAA' },
      { kind: 'record_set_not_found', name: '@', type: 'AAAA' },
    ],
    [{ kind: 'put', name: '@', type: 'A', records: [] }, { kind: 'invalid_record' }],
    [
      { kind: 'put', name: '@', type: 'A', records: [{ value: 'none' }] },
      { kind: 'invalid_record' },
    ],
    [{ kind: 'delete', name: 'a b', type: 'A' }, { kind: 'invalid_record' }],
  ])('refuses %j, at once and staged, and changes nothing', (edit, reason) => {
    const { world } = worldWithZone();
    const before = JSON.stringify(world);
    expect(refusalOf(() => world.zones.edit('panel', domain, edit))).toMatchObject(reason);
    expect(refusalOf(() => world.zones.stage('panel', domain, edit))).toMatchObject(reason);
    expect(JSON.stringify(world)).toBe(before);
  });
});

describe('staged changes', () => {
  const shop: ZoneEdit = {
    kind: 'put',
    name: 'shop',
    type: 'A',
    records: [{ value: '192.0.2.7' }],
  };

  it('stand in line until they are applied together', () => {
    const { world } = worldWithZone();
    world.zones.stage('panel', domain, shop);
    const edit: ZoneEdit = { ...shop, kind: 'edit', records: [{ value: '192.0.2.8' }] };
    const staged = world.zones.stage('panel', domain, edit);
    expect(staged.staged).toEqual([shop, edit]);
    expect(bare(staged.records)).toEqual([a, mx, txt]);
    expect(world.zones.preview('panel', domain).map(({ value }) => value)).toContain('192.0.2.8');
    const applied = world.zones.applyStaged('panel', domain);
    expect(applied.staged).toEqual([]);
    expect(bare(applied.records)).toEqual([
      a,
      mx,
      txt,
      { type: 'A', name: 'shop', value: '192.0.2.8' },
    ]);
    expect(world.zones.applyStaged('panel', domain)).toEqual(applied);
  });

  it('that somebody left are committed by the next apply, and can be discarded', () => {
    const { world } = worldWithZone();
    world.zones.stage('panel', domain, { kind: 'delete', name: '@', type: 'MX' });
    // Whole writes do not touch the line.
    world.zones.set('panel', domain, [a, mx]);
    expect(world.zones.of('panel', domain).staged).toHaveLength(1);
    world.zones.stage('panel', domain, shop);
    expect(world.zones.applyStaged('panel', domain).records.map(({ name }) => name)).toEqual([
      '@',
      'shop',
    ]);
    world.zones.stage('panel', domain, { kind: 'delete', name: 'shop', type: 'A' });
    expect(world.zones.discardStaged('panel', domain).staged).toEqual([]);
    expect(world.zones.of('panel', domain).records).toHaveLength(2);
  });

  it('are applied all or none, and stay where they no longer fit', () => {
    const { world } = worldWithZone();
    world.zones.stage('panel', domain, shop);
    world.zones.stage('panel', domain, { kind: 'delete', name: '@', type: 'MX' });
    world.zones.set('panel', domain, [a]);
    const before = JSON.stringify(world);
    const missing = { kind: 'record_set_not_found', domain, name: '@', type: 'MX' };
    expect(refusalOf(() => world.zones.applyStaged('panel', domain))).toEqual(missing);
    expect(refusalOf(() => world.zones.preview('panel', domain))).toEqual(missing);
    expect(JSON.stringify(world)).toBe(before);
  });

  it('also stand on parking records', () => {
    const { world } = smallWorld();
    world.addAccount({ id: 'parked', parking: [a] });
    world.putDomain({ domain, account: 'parked' });
    world.zones.stage('parked', domain, shop);
    expect(bare(world.zones.of('parked', domain).records)).toEqual([a]);
    expect(world.zones.applyStaged('parked', domain).records).toHaveLength(2);
  });
});
