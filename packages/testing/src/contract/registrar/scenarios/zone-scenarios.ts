import type { CapabilityTable, DnsRecord, Registrar } from '@registrar-kit/core';
import { scenario } from '../registrar-scenario.js';
import { refusalOf, wantsSame } from '../wants.js';
import type { RoundTrips } from './round-trips.js';
import { onOurDomain } from './setting-scenarios.js';

const zone: readonly DnsRecord[] = [
  { type: 'A', name: '@', value: '192.0.2.10', ttlSeconds: 1800 },
  { type: 'MX', name: '@', value: 'mail.example.net', priority: 10, ttlSeconds: 3600 },
  { type: 'TXT', name: '@', value: 'v=spf1 include:example.net -all', ttlSeconds: 3600 },
  { type: 'CNAME', name: 'www', value: 'shop.example.net', ttlSeconds: 3600 },
];
const added: DnsRecord = { type: 'A', name: 'new', value: '192.0.2.20', ttlSeconds: 1800 };
const writing = ['planRecords', 'applyRecords', 'listRecords'] as const;

/** Zones, forwards, DNSSEC and glue hosts. */
export const zoneScenarios: RoundTrips<
  | 'listRecords'
  | 'planRecords'
  | 'applyRecords'
  | 'getEmailForwards'
  | 'setEmailForwards'
  | 'getUrlForward'
  | 'setUrlForward'
  | 'deleteUrlForward'
  | 'getDnssec'
  | 'setDnssec'
  | 'listHosts'
  | 'getHost'
  | 'createHost'
  | 'updateHost'
  | 'deleteHost'
> = {
  listRecords: onOurDomain(
    'listRecords gives the whole zone, each record in its one form',
    writing,
    async (registrar, domain) => {
      await write(registrar, domain, zone);
      const { domain: named, records } = await registrar.listRecords({ domain });
      wantsSame([named, lines(records)], [domain, lines(zone)], 'the zone as it was written');
    },
  ),
  planRecords: scenario(
    'planRecords tells the exact difference and writes nothing',
    { operations: writing, situations: ['domain-ours', 'domain-on-other-dns'] },
    async (stage) => {
      const { registrar, capabilities } = stage;
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      await write(registrar, domain, zone);
      const change = { add: [added], remove: [{ type: 'CNAME', name: 'www' }] } as const;
      const plan = await registrar.planRecords({ domain, change });
      wantsSame(
        [lines(plan.added), plan.removed.map(({ name }) => name)],
        [lines([added]), ['www']],
        'the difference',
      );
      wantsSame(plan.kept.length, zone.length - 1, 'everything else kept');
      const { records } = await registrar.listRecords({ domain });
      wantsSame(lines(records), lines(zone), 'the zone as it was');
      const wrong = registrar.planRecords({
        domain,
        change: { add: [{ type: 'A', name: '@', value: '2001:db8::1' }] },
      });
      await refusalOf(wrong, 'INVALID_INPUT', 'an A record holds an IPv4 address');
      if (!dependsOnDomain(capabilities)) return;
      const other = await stage.bring('domain-on-other-dns', { label: 'other-harbour' });
      const call = registrar.planRecords({ ...other, change: { add: [added] } });
      await refusalOf(call, 'INVALID_DOMAIN_STATE', 'others serve the zone');
    },
  ),
  applyRecords: onOurDomain(
    'applyRecords writes a plan once, keeps the rest, and refuses a plan of an older zone',
    writing,
    async (registrar, domain) => {
      await write(registrar, domain, zone);
      const late = await registrar.planRecords({ domain, change: { add: [added] } });
      const remove = [{ type: 'CNAME', name: 'www' }] as const;
      const plan = await registrar.planRecords({ domain, change: { remove } });
      const applied = await registrar.applyRecords({ plan });
      wantsSame([applied.missing, applied.unexpected], [[], []], 'what was planned and no more');
      const rest = zone.filter(({ name }) => name !== 'www');
      wantsSame(lines(applied.records), lines(rest), 'what stands, read back');
      const tooLate = registrar.applyRecords({ plan: late });
      await refusalOf(tooLate, 'INVALID_DOMAIN_STATE', 'the zone changed since the plan was made');
      const { records } = await registrar.listRecords({ domain });
      wantsSame(lines(records), lines(rest), 'nothing written by the refused plan');
    },
  ),
  getEmailForwards: onOurDomain(
    'getEmailForwards gives all forwards',
    ['getEmailForwards'],
    async (registrar, domain) => {
      wantsSame(await registrar.getEmailForwards({ domain }), { domain, forwards: [] }, 'none yet');
    },
  ),
  setEmailForwards: onOurDomain(
    'setEmailForwards replaces all forwards',
    ['setEmailForwards', 'getEmailForwards'],
    async (registrar, domain) => {
      const forwards = [
        { mailbox: 'info', forwardTo: 'info@example.net' },
        { mailbox: 'orders', forwardTo: 'orders@example.net' },
      ];
      for (const wanted of [forwards, forwards.slice(1), []]) {
        const answer = await registrar.setEmailForwards({ domain, forwards: wanted });
        wantsSame(answer, { domain, forwards: wanted }, 'what was set');
        wantsSame(await registrar.getEmailForwards({ domain }), answer, 'the same when read');
      }
    },
  ),
  getUrlForward: onOurDomain(
    'getUrlForward says null where visitors are not sent on',
    ['getUrlForward', 'deleteUrlForward'],
    async (registrar, domain) => {
      await registrar.deleteUrlForward({ domain });
      const { target } = await registrar.getUrlForward({ domain });
      wantsSame(target, null, 'null, not a missing field');
    },
  ),
  setUrlForward: onOurDomain(
    'setUrlForward sends visitors on, by a redirect or in a frame',
    ['setUrlForward', 'getUrlForward'],
    async (registrar, domain) => {
      for (const kind of ['redirect', 'frame'] as const) {
        const wanted = { domain, target: 'https://example.net/shop?from=old', kind };
        wantsSame(await registrar.setUrlForward(wanted), wanted, 'what was set');
        wantsSame(await registrar.getUrlForward({ domain }), wanted, 'the same when it is read');
      }
    },
  ),
  deleteUrlForward: onOurDomain(
    'deleteUrlForward ends a forward, and does nothing where there is none',
    ['deleteUrlForward', 'setUrlForward', 'getUrlForward'],
    async (registrar, domain) => {
      await registrar.setUrlForward({ domain, target: 'https://example.net/' });
      await registrar.deleteUrlForward({ domain });
      await registrar.deleteUrlForward({ domain });
      wantsSame((await registrar.getUrlForward({ domain })).target, null, 'no forward');
    },
  ),
  getDnssec: onOurDomain(
    'getDnssec gives the DS records of the registry',
    ['getDnssec'],
    async (registrar, domain) => {
      wantsSame(await registrar.getDnssec({ domain }), { domain, records: [] }, 'none yet');
    },
  ),
  setDnssec: onOurDomain(
    'setDnssec replaces the DS records',
    ['setDnssec', 'getDnssec'],
    async (registrar, domain) => {
      const record = { keyTag: 2371, algorithm: 13, digestType: 2, digest: 'AB'.repeat(32) };
      for (const records of [[record], []]) {
        wantsSame(await registrar.setDnssec({ domain, records }), { domain, records }, 'the set');
        wantsSame(await registrar.getDnssec({ domain }), { domain, records }, 'the same when read');
      }
    },
  ),
  listHosts: onOurDomain(
    'listHosts gives the glue hosts of a domain',
    ['listHosts', 'createHost'],
    async (registrar, domain) => {
      const host = `ns1.${domain}`;
      await registrar.createHost({ domain, host, addresses: ['192.0.2.53'] });
      const { hosts } = await registrar.listHosts({ domain });
      wantsSame(
        hosts.map(({ host: name, addresses }) => [name, addresses]),
        [[host, ['192.0.2.53']]],
        'the one that was made',
      );
    },
  ),
  getHost: onOurDomain(
    'getHost tells the addresses of a glue host, and that there is none',
    ['getHost', 'createHost'],
    async (registrar, domain) => {
      const host = `ns1.${domain}`;
      const none = registrar.getHost({ domain, host });
      await refusalOf(none, 'DOMAIN_NOT_FOUND', 'there is no such glue host');
      await registrar.createHost({ domain, host, addresses: ['192.0.2.53'] });
      const { host: named, addresses } = await registrar.getHost({ domain, host });
      wantsSame([named, addresses], [host, ['192.0.2.53']], 'the host as it was made');
    },
  ),
  createHost: onOurDomain(
    'createHost answers what stands, and takes as many addresses as the table says',
    ['createHost'],
    async (registrar, domain) => {
      const { createHost } = registrar.capabilities;
      if (createHost.support === 'unsupported') return;
      const addresses = Array.from(
        { length: createHost.maxAddresses + 1 },
        (_, index) => `192.0.2.${String(index + 1)}`,
      );
      const host = `ns1.${domain}`;
      const tooMany = registrar.createHost({ domain, host, addresses });
      await refusalOf(tooMany, 'INVALID_INPUT', 'the capability table permits fewer');
      const outside = registrar.createHost({
        domain,
        host: 'ns1.example.net',
        addresses: ['192.0.2.1'],
      });
      await refusalOf(outside, 'INVALID_INPUT', 'a glue host lies below its domain');
      const created = await registrar.createHost({ domain, host, addresses: ['192.0.2.53'] });
      wantsSame([created.host, created.addresses], [host, ['192.0.2.53']], 'the host');
    },
  ),
  updateHost: onOurDomain(
    'updateHost replaces the addresses of a glue host',
    ['updateHost', 'createHost', 'getHost'],
    async (registrar, domain) => {
      const host = `ns1.${domain}`;
      await registrar.createHost({ domain, host, addresses: ['192.0.2.53'] });
      const answer = await registrar.updateHost({ domain, host, addresses: ['192.0.2.54'] });
      const read = await registrar.getHost({ domain, host });
      for (const { addresses } of [answer, read])
        wantsSame(addresses, ['192.0.2.54'], 'the new address and no other');
    },
  ),
  deleteHost: onOurDomain(
    'deleteHost ends a glue host',
    ['deleteHost', 'createHost', 'getHost'],
    async (registrar, domain) => {
      const host = `ns1.${domain}`;
      await registrar.createHost({ domain, host, addresses: ['192.0.2.53'] });
      await registrar.deleteHost({ domain, host });
      await refusalOf(registrar.getHost({ domain, host }), 'DOMAIN_NOT_FOUND', 'the host is gone');
    },
  ),
};

async function write(
  registrar: Registrar,
  domain: string,
  records: readonly DnsRecord[],
): Promise<void> {
  const plan = await registrar.planRecords({ domain, change: { replaceAll: records } });
  await registrar.applyRecords({ plan });
}

/** Some providers keep a zone whoever serves it; the others say that it depends on the domain. */
function dependsOnDomain({ planRecords }: CapabilityTable): boolean {
  return planRecords.support === 'conditional' && planRecords.on === 'domain';
}

/** Each record as a line, in an order that does not depend on the vendor. */
function lines(records: readonly DnsRecord[]): readonly string[] {
  return records
    .map(({ type, name, priority, value, ttlSeconds }) =>
      [name, type, priority ?? '-', ttlSeconds ?? '-', value].join(' '),
    )
    .sort();
}
