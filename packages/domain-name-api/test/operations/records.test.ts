import { afterEach, describe, expect, it, test } from '@jest/globals';
import type { RecordPlan } from '@registrar-kit/core';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { expectRequestsAsTold, fixture, vendor, type Answer } from '../support/vendor.js';

const domain = 'example-name.com';
const query = { domainName: domain };
const zone = fixture('zone-mixed.json') as readonly object[];

afterEach(expectRequestsAsTold);

function zoneAnswers(body: unknown = zone, times = 1): void {
  for (let index = 0; index < times; index += 1)
    vendor('GET', 'domains/zones', { query }, { body });
}
function setIsStaged(zoneStruct: object, answer: Answer = { status: 204 }): void {
  vendor('POST', 'domains/zones', { query, body: { zoneStruct } }, answer);
}
function changesApply(answer: Answer = { status: 204 }): void {
  vendor('POST', 'domains/zones/apply', { query, body: [] }, answer);
}

describe('listRecords', () => {
  it('shows every record in the form of people, and nothing that belongs to the system', async () => {
    const { registrar, drifts } = openRegistrar();
    zoneAnswers();
    expect(await registrar.listRecords({ domain })).toEqual({
      domain,
      records: [
        { type: 'TXT', name: '@', value: 'v=spf1 -all', ttlSeconds: 300 },
        { type: 'MX', name: '@', value: 'mail.example-name.com', priority: 10, ttlSeconds: 3600 },
        { type: 'A', name: 'www', value: '192.0.2.1', ttlSeconds: 600 },
        { type: 'A', name: 'www', value: '192.0.2.2', ttlSeconds: 600 },
        { type: 'A', name: 'old', value: '192.0.2.7', ttlSeconds: 600 },
        {
          type: 'SRV',
          name: '_sip._tcp',
          value: '10 5060 sip.example-name.com',
          priority: 5,
          ttlSeconds: 3600,
        },
      ],
    });
    expect(drifts()).toEqual([]);
  });

  test.each([
    ['"a" "b"', 'ab'],
    ['"say \\"hi\\""', 'say "hi"'],
    ['"back\\\\slash"', 'back\\slash'],
    ['no quotes', 'no quotes'],
    ['"half', '"half'],
    ['""', ''],
    ['"gr\\195\\188n"', 'grün'],
    ['"k=rsa\\; p=A" "B"', 'k=rsa; p=AB'],
    ['"not \\255 text"', 'not \\255 text'],
    ['"\\\\195 is no byte"', '\\195 is no byte'],
  ])('reads the text %s as %s', async (content, value) => {
    const { registrar } = openRegistrar();
    const records = [{ content, disabled: false }];
    zoneAnswers([{ name: 't.example-name.com.', ttl: 60, type: 'TXT', records }]);
    const list = await registrar.listRecords({ domain });
    expect(list.records.map((record) => record.value)).toEqual([value]);
  });

  test.each([
    ['a set without a name', [{ ttl: 60, type: 'A', records: [] }]],
    ['a set without records', [{ name: 'a.example-name.com.', ttl: 60, type: 'A' }]],
    ['a record without content', [{ name: 'a.', ttl: 60, type: 'A', records: [{}] }]],
    ['no list', { items: [] }],
    [
      'a set of another zone',
      [{ name: 'www.example.org.', ttl: 60, type: 'A', records: [{ content: '192.0.2.1' }] }],
    ],
    [
      'a set twice',
      [
        { name: 'a.example-name.com.', ttl: 60, type: 'A', records: [] },
        { name: 'A.example-name.com', ttl: 60, type: 'a', records: [] },
      ],
    ],
  ])('does not take %s for a whole zone', async (_, body) => {
    const { registrar } = openRegistrar();
    zoneAnswers(body);
    await expectFailure(registrar.listRecords({ domain }), 'UNEXPECTED_RESPONSE');
  });
});

it('knows the names of an internationalised zone in either form', async () => {
  const { registrar } = openRegistrar();
  const records = [{ content: '192.0.2.1' }];
  const names = ['www.xn--mnchen-3ya.example.', 'bücher.München.example.', 'münchen.example.'];
  const body = names.map((name) => ({ name, ttl: 60, type: 'A', records }));
  vendor('GET', 'domains/zones', { query: { domainName: 'xn--mnchen-3ya.example' } }, { body });
  const list = await registrar.listRecords({ domain: 'münchen.example' });
  expect(list.records.map(({ name }) => name)).toEqual(['www', 'xn--bcher-kva', '@']);
});

describe('a change', () => {
  async function plan(
    change: Parameters<ReturnType<typeof openRegistrar>['registrar']['planRecords']>[0]['change'],
  ) {
    const { registrar, drifts } = openRegistrar();
    zoneAnswers();
    const planned = await registrar.planRecords({ domain, change });
    return { registrar, drifts, planned };
  }

  it('is staged set by set, with all that stays in each set, and committed once', async () => {
    const { registrar, planned } = await plan({
      add: [
        { type: 'A', name: 'www', value: '192.0.2.3' },
        { type: 'TXT', name: '@', value: 'hello' },
        { type: 'CNAME', name: 'shop', value: 'shops.example.net.', ttlSeconds: 120 },
      ],
      remove: [
        { type: 'A', name: 'www', value: '192.0.2.1' },
        { type: 'MX', name: '@' },
      ],
    });
    expect(planned.losses).toEqual([]);
    zoneAnswers();
    vendor(
      'DELETE',
      'domains/zones',
      {
        query: {
          domainName: domain,
          Name: 'example-name.com.',
          Record: '10 mail.example-name.com.',
          RecordType: 'MX',
        },
      },
      { status: 204 },
    );
    setIsStaged({ name: 'www', ttl: 600, type: 'A', contents: ['192.0.2.2', '192.0.2.3'] });
    setIsStaged({
      name: '',
      ttl: 300,
      type: 'TXT',
      contents: ['forward-verification=0123456789abcdef', 'v=spf1 -all', 'hello'],
    });
    setIsStaged({ name: 'shop', ttl: 120, type: 'CNAME', contents: ['shops.example.net'] });
    changesApply();
    const records = (content: string, ttl: number) => ({ ttl, records: [{ content }] });
    zoneAnswers([
      ...zone.filter((set) => !/"(?:A|TXT|MX)"/.test(JSON.stringify(set))),
      {
        name: 'example-name.com.',
        type: 'TXT',
        ttl: 300,
        records: [{ content: '"hello"' }, { content: '"v=spf1 -all"' }],
      },
      {
        name: 'www.example-name.com.',
        type: 'A',
        ttl: 600,
        records: [{ content: '192.0.2.2' }, { content: '192.0.2.3' }],
      },
      { name: 'old.example-name.com.', type: 'A', ...records('192.0.2.7', 600) },
      { name: 'shop.example-name.com.', type: 'CNAME', ...records('shops.example.net.', 120) },
    ]);
    const applied = await registrar.applyRecords({ plan: planned });
    expect(applied).toMatchObject({ missing: [], unexpected: [] });
  });

  it('names the shortest of the values as they are read when it removes a set', async () => {
    const { registrar } = openRegistrar();
    const contents = [`"${'b'.repeat(300)}"`, '"say \\"b\\""', '"say \\"a\\""'];
    const set = { name: 't.example-name.com.', ttl: 60, type: 'TXT' };
    zoneAnswers([{ ...set, records: contents.map((content) => ({ content })) }], 2);
    const remove = [{ type: 'TXT' as const, name: 't' }];
    const planned = await registrar.planRecords({ domain, change: { remove } });
    const Record = '"say \\"a\\""';
    vendor(
      'DELETE',
      'domains/zones',
      { query: { domainName: domain, Name: set.name, Record, RecordType: 'TXT' } },
      { status: 204 },
    );
    changesApply();
    zoneAnswers([]);
    expect(await registrar.applyRecords({ plan: planned })).toMatchObject({
      missing: [],
      unexpected: [],
    });
  });

  it('announces that a disabled record is lost, and that a set has one TTL', async () => {
    const { planned } = await plan({
      add: [
        { type: 'A', name: 'old', value: '192.0.2.9' },
        { type: 'A', name: 'www', value: '192.0.2.9', ttlSeconds: 60 },
      ],
    });
    expect(planned.losses).toEqual([
      'a disabled record of old A would be gone, since the set is written as a whole',
      'all records of www A get the TTL 60',
    ]);
  });

  it('is still good when nothing moved but the serial of the zone', async () => {
    const { registrar, planned } = await plan({ add: [] });
    const text = JSON.stringify(zone).replace('1 2 3 4 5', '9 2 3 4 5');
    zoneAnswers(JSON.parse(text));
    await expect(registrar.applyRecords({ plan: planned })).resolves.toMatchObject({ missing: [] });
  });

  it('cannot give one set two TTLs', async () => {
    const { registrar } = openRegistrar();
    zoneAnswers();
    const add = [60, 90].map((ttlSeconds, index) => ({
      type: 'A' as const,
      name: 'new',
      value: `192.0.2.${String(index + 1)}`,
      ttlSeconds,
    }));
    const error = await expectFailure(
      registrar.planRecords({ domain, change: { add } }),
      'INVALID_INPUT',
    );
    expect(error.issues).toMatchObject([{ problem: expect.stringContaining('different TTLs') }]);
  });

  it('cannot hold NS records, nor what the gateway cannot store', async () => {
    const { registrar } = openRegistrar();
    const add = [{ type: 'NS' as const, name: 'sub', value: 'ns1.example.net' }];
    const error = await expectFailure(
      registrar.planRecords({ domain, change: { add } }),
      'INVALID_INPUT',
    );
    expect(error.issues).toMatchObject([{ path: 'change.add.0.type' }]);
  });

  it('cannot hold a proof of a forward, which nobody could take away again', async () => {
    const { registrar } = openRegistrar();
    zoneAnswers();
    const value = 'forward-verification=0123';
    const add = ['@', 'www'].map((name) => ({ type: 'TXT' as const, name, value }));
    const error = await expectFailure(
      registrar.planRecords({ domain, change: { add } }),
      'INVALID_INPUT',
    );
    expect(error.issues).toMatchObject([{ path: 'change.add.0' }]);
  });

  it('does not commit what an earlier failure left staged, unless it writes that set anew', async () => {
    const { registrar } = openRegistrar();
    const staged = zone.map((set) =>
      JSON.stringify(set).includes('www') ? { ...set, changeType: 'REPLACE' } : set,
    );
    zoneAnswers(staged, 2);
    const other = { add: [{ type: 'A' as const, name: 'new', value: '192.0.2.1' }] };
    const error = await expectFailure(
      registrar.planRecords({ domain, change: other }),
      'INVALID_INPUT',
    );
    expect(error.issues).toMatchObject([
      { path: 'www A', problem: expect.stringContaining('never applied') },
    ]);
    const same = { add: [{ type: 'A' as const, name: 'www', value: '192.0.2.3' }] };
    expect(await registrar.planRecords({ domain, change: same })).toMatchObject({
      added: [{ name: 'www' }],
    });
  });

  it('announces a text of which nobody knows how it comes out', async () => {
    const { planned } = await plan({
      add: [
        { type: 'TXT', name: 'plain', value: `v=DKIM1; k=rsa; p=${'A'.repeat(400)}` },
        { type: 'TXT', name: 'quoted', value: 'say "hi"' },
        { type: 'TXT', name: 'back', value: 'a\\b' },
        { type: 'TXT', name: 'foreign', value: 'grün' },
      ],
    });
    expect(planned.losses).toEqual(
      ['quoted', 'back', 'foreign'].map(
        (name) =>
          `${name} TXT may come out changed: how Domain Name API keeps quotation marks, backslashes and characters beyond ASCII in a text is not known`,
      ),
    );
  });

  it('announces what may be gone where the gateway shows nothing at all', async () => {
    const { registrar } = openRegistrar();
    zoneAnswers([]);
    const change = { add: [{ type: 'A' as const, name: 'www', value: '192.0.2.1' }] };
    const planned = await registrar.planRecords({ domain, change });
    expect(planned.losses).toEqual([
      'Domain Name API shows nothing of this zone, not even records of its own: should there be others of the names and types written here, they are gone',
    ]);
  });

  const both = {
    add: ['one', 'two'].map((name) => ({ type: 'A' as const, name, value: '192.0.2.1' })),
  };
  const one = { name: 'one', ttl: 3600, type: 'A', contents: ['192.0.2.1'] };
  const two = { ...one, name: 'two' };

  it('says what perhaps waits there staged when the first answer is lost', async () => {
    const { registrar, planned } = await plan(both);
    zoneAnswers();
    setIsStaged(one, { status: 503 });
    const error = await expectFailure(registrar.applyRecords({ plan: planned }), 'PROVIDER_ERROR');
    expect(error.message).toContain('the zone itself is unchanged, but perhaps one A waits there');
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
  });

  it('fails like any other call when the first set is refused', async () => {
    const { registrar, planned } = await plan(both);
    zoneAnswers();
    setIsStaged(one, { status: 400, body: { error: { message: 'The value is invalid.' } } });
    const error = await expectFailure(registrar.applyRecords({ plan: planned }), 'INVALID_INPUT');
    expect(error).toMatchObject({ effect: 'none' });
  });

  it('says what waits there staged when the commit is refused', async () => {
    const { registrar, planned } = await plan(both);
    zoneAnswers();
    setIsStaged(one);
    setIsStaged(two);
    changesApply({ status: 400, body: { error: { message: 'The zone is invalid.' } } });
    const error = await expectFailure(registrar.applyRecords({ plan: planned }), 'PROVIDER_ERROR');
    expect(error.message).toContain(
      'is unchanged, but one A, two A wait there staged: plan the change again',
    );
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
  });

  it('does not know what stands when the answer to the commit is lost', async () => {
    const { registrar, planned } = await plan(both);
    zoneAnswers();
    setIsStaged(one);
    setIsStaged(two);
    changesApply({ status: 429 });
    const error = await expectFailure(registrar.applyRecords({ plan: planned }), 'RATE_LIMITED');
    expect(error.message).toContain('not known whether one A, two A were committed');
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
  });

  it('says what waits there staged when the caller ends it', async () => {
    const { registrar, planned } = await plan(both);
    const controller = new AbortController();
    zoneAnswers();
    setIsStaged(one, {
      status: 204,
      during: () => {
        controller.abort();
      },
    });
    const { signal } = controller;
    const call = registrar.applyRecords({ plan: planned }, { signal });
    const error = await expectFailure(call, 'CANCELLED');
    expect(error.message).toContain('one A wait');
    expect(error).toMatchObject({ effect: 'unknown' });
  });

  it('says what waits there staged when the staging breaks off', async () => {
    const { registrar, planned } = await plan(both);
    zoneAnswers();
    setIsStaged({ name: 'one', ttl: 3600, type: 'A', contents: ['192.0.2.1'] });
    setIsStaged({ name: 'two', ttl: 3600, type: 'A', contents: ['192.0.2.1'] }, { status: 500 });
    const error = await expectFailure(registrar.applyRecords({ plan: planned }), 'PROVIDER_ERROR');
    expect(error).toMatchObject({ effect: 'unknown', vendor: { httpStatus: 500 } });
    expect(error.message).toContain('one A wait there staged');
  });

  it('is nothing that is sent when nothing changes', async () => {
    const { registrar, planned } = await plan({
      add: [{ type: 'A', name: 'WWW', value: '192.0.2.1' }],
    });
    expect(planned satisfies RecordPlan).toMatchObject({ added: [], removed: [] });
    zoneAnswers();
    expect((await registrar.applyRecords({ plan: planned })).records).toHaveLength(6);
  });
});
