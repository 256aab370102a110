import { describe, expect, it } from '@jest/globals';
import type { DnsRecord, ZoneChange, ZoneObjections } from '@registrar-kit/core';
import { createTestDriver } from '../support/test-driver.js';
import { record, zoneChange } from '../support/zone-changes.js';

const www = record('www', 'A', '192.0.2.1');
const text = record('_t', 'TXT', 'plain');
const mx = record('@', 'MX', 'mail.example.net', { priority: 5 });
const otherMx = record('@', 'MX', 'mail2.example.net', { priority: 10 });
const relay = record('@', 'MXE', '192.0.2.9');

function plan(change: ZoneChange): Promise<ZoneObjections> {
  const { driver, read } = createTestDriver();
  return driver.planRecords(change, read('planRecords', 'example.com'));
}

async function issuesOf(change: ZoneChange): Promise<readonly string[]> {
  const { issues } = await plan(change);
  return issues.map(({ path, problem }) => `${path}: ${problem}`);
}

describe('planRecords', () => {
  it('has nothing against a plain change', async () => {
    expect(await plan(zoneChange([www], { add: [text] }))).toEqual({ losses: [], issues: [] });
  });

  it('writes nothing where the zone reads as empty', async () => {
    expect(await plan(zoneChange([], { add: [text] }))).toEqual({
      losses: [],
      issues: [
        {
          path: 'records',
          problem:
            'Namecheap shows no record at all for this domain, which cannot be told from a failed reading',
          cure: 'add a first record in the Namecheap panel and plan again',
        },
      ],
    });
  });

  it('leaves no zone empty', async () => {
    expect(await issuesOf(zoneChange([www], { remove: [www] }))).toEqual([
      'records: none would be left, and what Namecheap does then is not documented',
    ]);
  });

  it('counts up to the limit', async () => {
    const full = Array.from({ length: 149 }, (_, index) => record(`h${index}`, 'A', '192.0.2.1'));
    expect(await issuesOf(zoneChange(full, { add: [www] }))).toEqual([]);
    expect(await issuesOf(zoneChange(full, { add: [www, text] }))).toEqual([
      'records: there would be 151, and Namecheap takes 150',
    ]);
  });

  it.each([
    ['SRV', 'have commands of their own, which Namecheap does not document'],
    ['TLSA', "Namecheap's API cannot write TLSA records"],
  ] as const)('cannot carry a %s record, old or new', async (type, why) => {
    const odd = record('_x._tcp', type, '1 2 host.example.net');
    for (const change of [
      zoneChange([www], { add: [odd] }),
      zoneChange([www, odd], { add: [text] }),
    ]) {
      const [issue = '', ...others] = await issuesOf(change);
      expect(issue).toContain(`_x._tcp ${type}: `);
      expect(issue).toContain(why);
      expect(others).toEqual([]);
    }
    expect(await issuesOf(zoneChange([www, odd], { remove: [odd] }))).toEqual([]);
  });

  it.each(['@', '*'])('sets no name servers for %s', async (host) => {
    const ns = record(host, 'NS', 'ns1.example.net');
    expect(await issuesOf(zoneChange([www], { add: [ns] }))).toEqual([
      `${host} NS: Namecheap takes no NS record for ${host}`,
    ]);
    expect(await issuesOf(zoneChange([www, ns], { add: [text] }))).toEqual([]);
    expect(
      await issuesOf(zoneChange([www], { add: [record('sub', 'NS', 'ns1.example.net')] })),
    ).toEqual([]);
  });

  it('knows how far priorities go', async () => {
    const far = (priority: number): ZoneChange =>
      zoneChange([www], { add: [{ ...mx, priority }], emailType: 'MX' });
    expect(await issuesOf(far(255))).toEqual([]);
    expect(await issuesOf(far(256))).toEqual([
      '@ MX: the priority is 256, and Namecheap takes 255 at most',
    ]);
  });

  it('warns of quotes in a new text, and leaves the old ones alone', async () => {
    const quoted = record('_q', 'TXT', 'say "hello"');
    expect(await plan(zoneChange([www], { add: [quoted] }))).toEqual({
      losses: [
        '_q TXT may lose the double quotes in the text, which Namecheap is not known to keep reliably',
      ],
      issues: [],
    });
    expect(await plan(zoneChange([www, quoted], { add: [text] }))).toEqual({
      losses: [],
      issues: [],
    });
  });
});

describe('the mail setting', () => {
  const cases: readonly (readonly [
    what: string,
    change: ZoneChange,
    losses: readonly string[],
    issues: readonly string[],
  ])[] = [
    ['stays with a service', zoneChange([www], { add: [text], emailType: 'FWD' }), [], []],
    [
      'stays with a service whose MX records are shown',
      zoneChange([www, mx], { add: [text], emailType: 'OX' }),
      [],
      [],
    ],
    [
      'leaves forwarding for MX records',
      zoneChange([www], { add: [mx], emailType: 'FWD' }),
      [
        'the domain loses its mail service e-mail forwarding: the mail setting (EmailType) changes from FWD to MX',
      ],
      [],
    ],
    [
      'leaves Private Email for another MX record',
      zoneChange([www, mx], { add: [otherMx], emailType: 'OX' }),
      [
        'the domain loses its mail service Private Email: the mail setting (EmailType) changes from OX to MX',
      ],
      [],
    ],
    [
      'leaves Gmail where one of its MX records goes',
      zoneChange([www, mx, otherMx], { remove: [mx], emailType: 'GMAIL' }),
      [
        'the domain loses its mail service Gmail: the mail setting (EmailType) changes from GMAIL to MX',
      ],
      [],
    ],
    [
      'is switched off where all MX records of a service go',
      zoneChange([www, mx], { remove: [mx], emailType: 'OX' }),
      [
        'the domain loses its mail service Private Email: the mail setting (EmailType) changes from OX to NONE',
      ],
      [],
    ],
    [
      'leaves forwarding for an MXE record',
      zoneChange([www], { add: [relay], emailType: 'FWD' }),
      [
        'the domain loses its mail service e-mail forwarding: the mail setting (EmailType) changes from FWD to MXE',
      ],
      [],
    ],
    ['begins with MX', zoneChange([www], { add: [mx], emailType: 'NONE' }), [], []],
    [
      'goes from MXE to MX',
      zoneChange([www, relay], { add: [mx], remove: [relay], emailType: 'MXE' }),
      [],
      [],
    ],
    [
      'is off once the last MX record is gone',
      zoneChange([www, mx], { remove: [mx], emailType: 'MX' }),
      ['no mail record is left: the mail setting (EmailType) becomes NONE'],
      [],
    ],
    [
      'never mixes MX and MXE',
      zoneChange([www, mx], { add: [relay], emailType: 'MX' }),
      [],
      ['@ MXE: cannot stand beside @ MX: Namecheap keeps either MX records or one MXE record'],
    ],
    [
      'keeps one MXE record',
      zoneChange([www, relay], { add: [record('@', 'MXE', '192.0.2.10')], emailType: 'MXE' }),
      [],
      ['@ MXE: is there 2 times, and Namecheap keeps exactly one MXE record'],
    ],
    [
      'is not guessed where it is not stated',
      zoneChange([www], { add: [text], emailType: null }),
      [],
      [
        'records: Namecheap states no mail setting (EmailType) for the zone, and a write without it takes the mail records away',
      ],
    ],
    [
      'is not guessed where it is a new word',
      zoneChange([www, mx], { add: [text], emailType: 'ZZ' }),
      [],
      [
        'records: the mail setting (EmailType) of the zone is ZZ, which Namecheap does not document',
      ],
    ],
  ];

  it.each(cases)('%s', async (_what, change, losses, issues) => {
    const objections = await plan(change);
    expect(objections.losses).toEqual(losses);
    expect(objections.issues.map(({ path, problem }) => `${path}: ${problem}`)).toEqual(issues);
    for (const { cure } of objections.issues) expect(cure).not.toBe('');
  });

  it('does not count the MX records of a service, which are not sent', async () => {
    const full: DnsRecord[] = Array.from({ length: 149 }, (_, index) =>
      record(`h${index}`, 'A', '192.0.2.1'),
    );
    const change = zoneChange([...full, mx, otherMx], { add: [text], emailType: 'OX' });
    expect((await plan(change)).issues).toEqual([]);
  });
});
