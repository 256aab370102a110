import type { DnsRecord, DomainName, Registrar } from '@registrar-kit/core';
import { buy, type Chapter } from './chapter.js';
import { codeOf } from './story.js';

const zone: readonly DnsRecord[] = [
  { type: 'A', name: '@', value: '192.0.2.10', ttlSeconds: 1800 },
  { type: 'A', name: '@', value: '192.0.2.11', ttlSeconds: 1800 },
  { type: 'AAAA', name: '@', value: '2001:db8::10', ttlSeconds: 1800 },
  { type: 'CNAME', name: 'www', value: 'shop.example.net', ttlSeconds: 3600 },
  { type: 'MX', name: '@', value: 'mail.example.net', priority: 10, ttlSeconds: 3600 },
  { type: 'TXT', name: '@', value: 'v=spf1 include:example.net -all', ttlSeconds: 3600 },
  { type: 'TXT', name: '_dmarc', value: 'v=DMARC1; p="none"', ttlSeconds: 3600 },
  { type: 'A', name: '*', value: '192.0.2.12', ttlSeconds: 1800 },
];

/** DNS records, by plans. */
export const records: Chapter = async (stage) => {
  const { registrar, story } = stage;
  const domain = await buy(stage, 'quiet-harbour-records.com');
  const needs = ['planRecords', 'applyRecords', 'listRecords'] as const;

  await story.scene('a whole zone', needs, async () => {
    const plan = await registrar.planRecords({ domain, change: { replaceAll: zone } });
    const applied = await registrar.applyRecords({ plan });
    return [
      texts(plan.added),
      applied.missing,
      applied.unexpected,
      await standing(registrar, domain),
    ];
  });

  await story.scene('what stands already', needs, async () => {
    const plan = await registrar.planRecords({ domain, change: { replaceAll: zone } });
    const applied = await registrar.applyRecords({ plan });
    return [plan.added, plan.removed, plan.losses, plan.kept.length, applied.records.length];
  });

  await story.scene('a change that keeps the rest', needs, async () => {
    const plan = await registrar.planRecords({
      domain,
      change: {
        remove: [
          { type: 'CNAME', name: 'www' },
          { type: 'A', name: '@', value: '192.0.2.11' },
        ],
        add: [
          { type: 'A', name: 'www', value: '192.0.2.20', ttlSeconds: 1800 },
          { type: 'TXT', name: '@', value: 'site="1"; other=2', ttlSeconds: 3600 },
        ],
      },
    });
    const applied = await registrar.applyRecords({ plan });
    return [
      texts(plan.added),
      texts(plan.removed),
      [applied.missing, applied.unexpected],
      await standing(registrar, domain),
    ];
  });

  await story.scene('two plans of which one comes too late', needs, async () => {
    const plan = (name: string) =>
      registrar.planRecords({
        domain,
        change: { add: [{ type: 'A', name, value: '192.0.2.30', ttlSeconds: 1800 }] },
      });
    const [early, late] = [await plan('early'), await plan('late')];
    return [
      await codeOf(registrar.applyRecords({ plan: early })),
      await codeOf(registrar.applyRecords({ plan: late })),
      await standing(registrar, domain),
    ];
  });

  await story.scene('records that break a rule', ['planRecords', 'listRecords'], async () => {
    const add = (record: DnsRecord) =>
      codeOf(registrar.planRecords({ domain, change: { add: [record] } }));
    return [
      await add({ type: 'A', name: '@', value: '2001:db8::10' }),
      await add({ type: 'CNAME', name: 'www', value: 'shop.example.net' }),
      await add({ type: 'A', name: 'www.example.net.', value: '192.0.2.1' }),
    ];
  });

  const delegated = ['planRecords', 'listRecords', 'setNameservers'] as const;
  // Some providers keep a zone whoever serves it; the others say that it depends on the domain.
  await story.scene('a zone that others serve', delegated, async () => {
    const { planRecords } = registrar.capabilities;
    const dependsOnDomain = planRecords.support === 'conditional' && planRecords.on === 'domain';
    const nameservers = ['ns1.example.net', 'ns2.example.net'];
    await registrar.setNameservers({ domain, nameservers });
    const add: DnsRecord[] = [{ type: 'A', name: 'new', value: '192.0.2.1' }];
    const code = await codeOf(registrar.planRecords({ domain, change: { add } }));
    return code === (dependsOnDomain ? 'INVALID_DOMAIN_STATE' : 'done');
  });
};

/** Each record as a line, in an order that does not depend on the vendor. */
function texts(rows: readonly DnsRecord[]): readonly string[] {
  return rows
    .map(({ type, name, priority, value, ttlSeconds }) =>
      [name, type, priority ?? '-', ttlSeconds ?? '-', value].join(' '),
    )
    .sort();
}

async function standing(registrar: Registrar, domain: DomainName): Promise<readonly string[]> {
  return texts((await registrar.listRecords({ domain })).records);
}
