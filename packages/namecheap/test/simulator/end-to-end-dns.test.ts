import { describe, expect, it } from '@jest/globals';
import type { DnsRecord, RecordChange } from '@registrar-kit/core';
import { NamecheapRegistrar } from '@registrar-kit/namecheap';
import { demoAccounts, type RegistryWorld } from '@registrar-kit/testing';
import { driftIn, simulatedRegistrar } from '../support/simulated-registrar.js';
import { errorOf } from '../support/test-driver.js';

const domain = 'demo-bakery.com';
const account = demoAccounts.user.id;

async function change(
  registrar: NamecheapRegistrar,
  wish: RecordChange,
): Promise<
  Pick<Awaited<ReturnType<NamecheapRegistrar['applyRecords']>>, 'missing' | 'unexpected'>
> {
  const plan = await registrar.planRecords({ domain, change: wish });
  const { missing, unexpected } = await registrar.applyRecords({ plan });
  return { missing, unexpected };
}

const nothing = { missing: [], unexpected: [] };

/** The records of the world's zone, without their numbers and in no order. */
function stored(world: RegistryWorld): readonly string[] {
  const { records, settings } = world.zones.of(account, domain);
  return [JSON.stringify(settings), ...records.map(textOf).sort()];
}

function textOf({ type, name, value, ttlSeconds, priority }: DnsRecord): string {
  return JSON.stringify({ type, name, value, ttlSeconds, priority });
}

const longText = `v=DKIM1; k=rsa; p=${'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'.repeat(14)}`;

/** One record for each number, every kind in turn. */
function recordOf(number: number): DnsRecord {
  const name = `h${number}`;
  const ttlSeconds = [1799, 1800, 60, 300, 60_000][number % 5] ?? 1799;
  const kinds: readonly Omit<DnsRecord, 'ttlSeconds'>[] = [
    { name, type: 'A', value: `192.0.2.${number}` },
    { name, type: 'AAAA', value: `2001:db8::${number.toString(16)}` },
    { name, type: 'CAA', value: `0 issue "ca${number}.example"` },
    { name, type: 'CNAME', value: `target${number}.example.net` },
    { name: '@', type: 'MX', value: `mx${number}.example.net`, priority: number },
    { name, type: 'TXT', value: `"quoted ${number}" & <b>=%; ü "` },
    { name, type: 'TXT', value: `${number} ${longText}` },
    { name, type: 'ALIAS', value: `alias${number}.example.net` },
    { name, type: 'URL', value: `http://example.net/${number}?a=1&b=2` },
    { name, type: 'FRAME', value: `https://example.net/frame/${number}` },
    { name, type: 'URL301', value: `https://example.net/moved/${number}` },
    { name, type: 'NS', value: `ns${number}.example.net` },
    { name: number < 20 ? '*' : `*.${name}`, type: 'A', value: '198.51.100.1' },
  ];
  return { ...(kinds[number % kinds.length] as DnsRecord), ttlSeconds };
}

const records150 = Array.from({ length: 150 }, (_, number) => recordOf(number));

describe('a zone of 150 mixed records at the simulated vendor', () => {
  it('is the same after a change and its reverse', async () => {
    const simulated = await simulatedRegistrar();
    const { registrar, world } = simulated;
    world.zones.set(account, domain, records150, { settings: { EmailType: 'MX' } });
    const before = stored(world);
    const out = records150[0] as DnsRecord;
    const token: DnsRecord = { type: 'TXT', name: '_acme', value: 'token', ttlSeconds: 60 };
    expect(
      await change(registrar, { remove: [{ type: 'A', name: out.name }], add: [token] }),
    ).toEqual(nothing);
    const [settings = '', ...lines] = before;
    const expected = [...lines.filter((line) => !line.includes('"name":"h0"')), textOf(token)];
    expect(stored(world)).toEqual([settings, ...expected.sort()]);
    expect(
      await change(registrar, { remove: [{ type: 'TXT', name: '_acme' }], add: [out] }),
    ).toEqual(nothing);
    expect(stored(world)).toEqual(before);
    expect(driftIn(simulated)).toEqual([]);
  });

  it('is set as a whole, and read back as it was wanted', async () => {
    const { registrar, world } = await simulatedRegistrar();
    world.zones.set(account, domain, [{ type: 'A', name: '@', value: '192.0.2.1' }]);
    expect(await change(registrar, { replaceAll: records150 })).toEqual(nothing);
    expect(world.zones.of(account, domain).records).toHaveLength(150);
    expect(world.zones.of(account, domain).settings).toEqual({ EmailType: 'MX' });
    const { records } = await registrar.listRecords({ domain });
    const sorted = (all: readonly DnsRecord[]): readonly string[] => all.map(textOf).sort();
    expect(sorted(records)).toEqual(sorted(records150));
  });
});

describe('writers of one process at the simulated vendor', () => {
  it('never lose each other’s record', async () => {
    const { registrar, config, world } = await simulatedRegistrar();
    world.zones.set(account, domain, [{ type: 'A', name: '@', value: '192.0.2.1' }], {
      settings: { EmailType: 'NONE' },
    });
    const other = new NamecheapRegistrar(config, { random: () => 0 });
    const write = async (writer: NamecheapRegistrar, number: number): Promise<void> => {
      const add: readonly DnsRecord[] = [{ type: 'TXT', name: `w${number}`, value: `${number}` }];
      for (;;) {
        const plan = await writer.planRecords({ domain, change: { add } });
        const refusal: unknown = await writer.applyRecords({ plan }).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (refusal === undefined) return;
        expect(refusal).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
      }
    };
    const writers = [registrar, other, registrar, other, registrar, other];
    await Promise.all(writers.map((writer, number) => write(writer, number)));
    const names = world.zones.of(account, domain).records.map(({ name }) => name);
    expect(names.toSorted()).toEqual(['@', 'w0', 'w1', 'w2', 'w3', 'w4', 'w5']);
  });

  it('hear of a record that came in between from elsewhere', async () => {
    const { registrar, world } = await simulatedRegistrar();
    const add: readonly DnsRecord[] = [{ type: 'TXT', name: '_mine', value: 'x' }];
    const plan = await registrar.planRecords({ domain, change: { add } });
    const { records } = world.zones.of(account, domain);
    world.zones.set(account, domain, [
      ...records,
      { type: 'A', name: 'other', value: '192.0.2.2' },
    ]);
    const error = await errorOf(registrar.applyRecords({ plan }));
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
    expect(world.zones.of(account, domain).records.map(({ name }) => name)).toContain('other');
    expect(world.zones.of(account, domain).records.map(({ name }) => name)).not.toContain('_mine');
  });
});

describe('the traps of a write at the simulated vendor', () => {
  const add: readonly DnsRecord[] = [{ type: 'TXT', name: '_t', value: 'x' }];

  it.each(['NONE', 'FWD', 'OX', 'GMAIL', 'MX', 'MXE'])(
    'do not touch the mail of a zone that is set to %s',
    async (EmailType) => {
      const simulated = await simulatedRegistrar();
      const { registrar, world } = simulated;
      const mail: Readonly<Record<string, readonly DnsRecord[]>> = {
        MX: [{ type: 'MX', name: '@', value: 'mail.example.net', priority: 5 }],
        MXE: [{ type: 'MXE', name: '@', value: '192.0.2.25' }],
      };
      const kept: readonly DnsRecord[] = [
        { type: 'A', name: '@', value: '192.0.2.1' },
        ...(mail[EmailType] ?? []),
      ];
      world.zones.set(account, domain, kept, { settings: { EmailType } });
      const plan = await registrar.planRecords({ domain, change: { add } });
      expect(plan.losses).toEqual([]);
      expect(await registrar.applyRecords({ plan })).toMatchObject(nothing);
      const { records, settings } = world.zones.of(account, domain);
      expect(settings).toEqual({ EmailType });
      expect(records.map(({ type, value }) => `${type} ${value}`)).toEqual([
        ...kept.map(({ type, value }) => `${type} ${value}`),
        'TXT x',
      ]);
      expect(driftIn(simulated)).toEqual([]);
    },
  );

  it('announce what the write loses, and lose no more', async () => {
    const { registrar, world } = await simulatedRegistrar();
    const flags = { IsDDNSEnabled: 'true', FriendlyName: 'Office', AssociatedAppTitle: 'App' };
    world.zones.set(
      account,
      domain,
      [
        { type: 'A', name: 'office', value: '192.0.2.1', ttlSeconds: 60, flags },
        { type: 'SRV', name: '_sip._tcp', value: '5 5060 sip.example.net', priority: 10 },
      ],
      { settings: { EmailType: 'NONE' } },
    );
    const plan = await registrar.planRecords({ domain, change: { add } });
    expect(plan.losses).toHaveLength(3);
    for (const word of ['IsDDNSEnabled', 'FriendlyName', 'AssociatedAppTitle'])
      expect(plan.losses.join('; ')).toContain(word);
    await registrar.applyRecords({ plan });
    const { records } = world.zones.of(account, domain);
    expect(records.map(({ type }) => type)).toEqual(['A', 'TXT', 'SRV']);
    expect(records[0]).not.toHaveProperty('flags');
  });

  it('write no zone that others serve', async () => {
    for (const unservedZone of ['flag', 'error'] as const) {
      const { registrar, commands } = await simulatedRegistrar({ quirks: { unservedZone } });
      const elsewhere = { domain: 'demo-bakery.co.uk' };
      for (const call of [
        registrar.listRecords(elsewhere),
        registrar.planRecords({ ...elsewhere, change: { add } }),
        registrar.getUrlForward(elsewhere),
        registrar.setUrlForward({ ...elsewhere, target: 'https://example.net/' }),
      ])
        expect((await errorOf(call)).code).toBe('INVALID_DOMAIN_STATE');
      expect(commands()).not.toContain('domains.dns.setHosts');
    }
  });

  it('write nothing over an empty zone', async () => {
    const { registrar, world, commands } = await simulatedRegistrar();
    world.zones.set(account, domain, []);
    expect((await errorOf(registrar.planRecords({ domain, change: { add } }))).code).toBe(
      'INVALID_INPUT',
    );
    expect(commands()).toEqual(['domains.dns.getHosts']);
  });

  it('write the zone of a guest that is registered elsewhere', async () => {
    const { registrar, world } = await simulatedRegistrar();
    const guest = 'guest-name.com';
    world.putDomain({ domain: guest, account });
    world.zones.set(account, guest, [{ type: 'A', name: '@', value: '192.0.2.1' }], {
      settings: { ProviderType: 'FreeDNS', EmailType: 'NONE' },
    });
    const plan = await registrar.planRecords({ domain: guest, change: { add } });
    expect(await registrar.applyRecords({ plan })).toMatchObject(nothing);
    expect(await registrar.getDomain({ domain: guest })).toMatchObject({ owned: false });
  });

  it('tell when a lost answer was the write', async () => {
    const { registrar, world, commands } = await simulatedRegistrar();
    const plan = await registrar.planRecords({ domain, change: { add } });
    world.faults.add({ fault: 'answer-lost-after-commit', operation: 'applyRecords' });
    const error = await errorOf(registrar.applyRecords({ plan }));
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
    expect(commands().filter((command) => command === 'domains.dns.setHosts')).toHaveLength(1);
    expect(world.zones.of(account, domain).records.map(({ name }) => name)).toContain('_t');
  });

  it('refuse a zone of which a record was not shown', async () => {
    const { registrar, world } = await simulatedRegistrar();
    const plan = await registrar.planRecords({ domain, change: { add } });
    world.faults.add({ fault: 'missing-row', operation: 'listRecords' });
    const error = await errorOf(registrar.applyRecords({ plan }));
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
    expect(world.zones.of(account, domain).records.map(({ name }) => name)).not.toContain('_t');
  });
});

describe('a web forward at the simulated vendor', () => {
  it('is a record of the zone', async () => {
    const simulated = await simulatedRegistrar();
    const { registrar, world } = simulated;
    const parked = 'demo-studio.io';
    expect(await registrar.getUrlForward({ domain: parked })).toEqual({
      domain: parked,
      target: `http://www.${parked}/`,
      kind: 'redirect',
    });
    expect(await registrar.getUrlForward({ domain })).toEqual({ domain, target: null });
    const target = 'https://example.net/new?a=1&b=2';
    const before = stored(world);
    expect(await registrar.setUrlForward({ domain, target, kind: 'frame' })).toEqual({
      domain,
      target,
      kind: 'frame',
    });
    expect(stored(world).join()).toContain('"type":"FRAME","name":"@"');
    expect(await registrar.setUrlForward({ domain, target })).toMatchObject({ kind: 'redirect' });
    expect(stored(world).filter((text) => text.includes(target))).toHaveLength(1);
    await registrar.deleteUrlForward({ domain });
    expect(stored(world).slice(1)).toEqual(before.slice(1));
    expect(driftIn(simulated)).toEqual([]);
  });
});
