import { describe, expect, it } from '@jest/globals';
import type { DomainName, DriverAvailability } from '@registrar-kit/core';
import { answerWith, errorBody, fixture, okBody } from '../support/namecheap-wire.js';
import { expectNoCanary } from '../support/canaries.js';
import { createTestDriver, driftOf, errorOf, globals, name } from '../support/test-driver.js';

const command = 'namecheap.domains.check';

function row(domain: string, available = 'true'): string {
  return `<DomainCheckResult Domain="${domain}" Available="${available}" ErrorNo="0" Description="" />`;
}

function brief(rows: readonly DriverAvailability[]): readonly string[] {
  return rows.map(({ domain, availability, reason }) =>
    [domain, availability, reason].filter(Boolean).join(' '),
  );
}

function names(...domains: readonly string[]): readonly DomainName[] {
  return domains.map(name);
}

describe('checkAvailability', () => {
  it('sends the names in one form and matches the rows by name', async () => {
    const sent = answerWith([fixture('check-mixed')]);
    const { driver, read } = createTestDriver();
    const asked = names(
      'free.com',
      'taken.com',
      'premium.com',
      'early.shop',
      'failed.com',
      'absent.com',
    );
    const rows = await driver.checkAvailability(asked, read('checkAvailability'));
    expect(sent).toEqual([
      {
        query: '',
        contentType: 'application/x-www-form-urlencoded; charset=utf-8',
        parameters: {
          ...globals(command),
          DomainList: 'free.com,taken.com,premium.com,early.shop,failed.com,absent.com',
        },
      },
    ]);
    expect(rows.slice(0, 4)).toEqual([
      { domain: 'free.com', availability: 'available' },
      { domain: 'taken.com', availability: 'taken' },
      {
        domain: 'premium.com',
        availability: 'available',
        premium: {
          registration: { amount: '13000.0000', currency: 'USD' },
          renewal: { amount: '14.5800', currency: 'USD' },
          restore: { amount: '65.0000', currency: 'USD' },
        },
      },
      {
        domain: 'early.shop',
        availability: 'available',
        premium: { earlyAccess: { amount: '120.0000', currency: 'USD' } },
      },
    ]);
    expect(rows[4]).toMatchObject({
      domain: 'failed.com',
      availability: 'unknown',
      reason: 'request_failed',
      error: { code: 'PROVIDER_ERROR', domain: 'failed.com', vendor: { code: '3031510' } },
    });
    expect(rows[5]).toEqual({
      domain: 'absent.com',
      availability: 'unknown',
      reason: 'missing_from_answer',
    });
    expectNoCanary(rows);
  });

  it('reads old answers, which have no more than name and flag', async () => {
    answerWith([okBody('<DomainCheckResult Domain="free.com" Available="true" />')]);
    const { driver, read, events } = createTestDriver();
    const rows = await driver.checkAvailability(names('free.com'), read('checkAvailability'));
    expect(rows).toEqual([{ domain: 'free.com', availability: 'available' }]);
    expect(driftOf(events)).toEqual([]);
  });

  it('uses the rows beside an ending that is not sold and asks for nothing twice', async () => {
    const sent = answerWith([
      errorBody(
        [['2030280', 'TLD is not supported in API: one.zz']],
        row('free.com') + row('taken.com', 'false'),
      ),
    ]);
    const { driver, read } = createTestDriver();
    const rows = await driver.checkAvailability(
      names('one.zz', 'free.com', 'two.zz', 'taken.com'),
      read('checkAvailability'),
    );
    expect(brief(rows)).toEqual([
      'one.zz unknown tld_not_sold',
      'free.com available',
      'two.zz unknown tld_not_sold',
      'taken.com taken',
    ]);
    expect(sent).toHaveLength(1);
  });

  it('asks again without the ending when the whole batch is lost', async () => {
    const sent = answerWith([
      errorBody(
        [['2030280', 'TLD for one.zz is not supported']],
        '<DomainCheckResult Domain="" Available="false" />',
      ),
      okBody(row('free.com') + row('taken.com', 'false')),
    ]);
    const { driver, read, events } = createTestDriver();
    const rows = await driver.checkAvailability(
      names('free.com', 'one.zz', 'taken.com'),
      read('checkAvailability'),
    );
    expect(brief(rows)).toEqual([
      'free.com available',
      'one.zz unknown tld_not_sold',
      'taken.com taken',
    ]);
    expect(sent.map(({ parameters }) => parameters.DomainList)).toEqual([
      'free.com,one.zz,taken.com',
      'free.com,taken.com',
    ]);
    expect(driftOf(events)).toEqual([]);
  });

  it('halves the batch when the words name nobody', async () => {
    const unnamed = errorBody([['2030280', 'TLD is not supported in API']]);
    const sent = answerWith([
      unnamed,
      okBody(row('a-free.com') + row('b-free.com')),
      unnamed,
      okBody(row('c-free.com')),
      unnamed,
    ]);
    const { driver, read } = createTestDriver();
    const rows = await driver.checkAvailability(
      names('a-free.com', 'b-free.com', 'c-free.com', 'one.zz'),
      read('checkAvailability'),
    );
    expect(brief(rows)).toEqual([
      'a-free.com available',
      'b-free.com available',
      'c-free.com available',
      'one.zz unknown tld_not_sold',
    ]);
    expect(sent.map(({ parameters }) => parameters.DomainList)).toEqual([
      'a-free.com,b-free.com,c-free.com,one.zz',
      'a-free.com,b-free.com',
      'c-free.com,one.zz',
      'c-free.com',
      'one.zz',
    ]);
  });

  it('does not take the end of another name for the one at fault', async () => {
    const sent = answerWith([
      errorBody([['2030280', 'TLD is not supported in API: my-free.com']]),
      okBody(row('free.com')),
      errorBody([['2030280', 'TLD is not supported in API: one.zz']]),
    ]);
    const { driver, read } = createTestDriver();
    const rows = await driver.checkAvailability(
      names('free.com', 'one.zz'),
      read('checkAvailability'),
    );
    expect(brief(rows)).toEqual(['free.com available', 'one.zz unknown tld_not_sold']);
    expect(sent.map(({ parameters }) => parameters.DomainList)).toEqual([
      'free.com,one.zz',
      'free.com',
      'one.zz',
    ]);
  });

  it.each([
    [
      'a flag that is no flag',
      '<DomainCheckResult Domain="free.com" Available="perhaps" />',
      'DomainCheckResult[0].Available',
    ],
    ['a row for another name', row('other.com'), 'DomainCheckResult[0]'],
    [
      'an unreadable premium flag',
      '<DomainCheckResult Domain="free.com" Available="true" IsPremiumName="perhaps" />',
      'DomainCheckResult[0].IsPremiumName',
    ],
    [
      'an unreadable early-access fee',
      '<DomainCheckResult Domain="free.com" Available="true" EapFee="many" />',
      'DomainCheckResult[0].EapFee',
    ],
    ['an empty name', row(''), 'DomainCheckResult[0].Domain'],
  ])('never takes %s for available', async (_what, body, path) => {
    answerWith([okBody(body)]);
    const { driver, read, events } = createTestDriver();
    const rows = await driver.checkAvailability(names('free.com'), read('checkAvailability'));
    expect(rows).toEqual([
      { domain: 'free.com', availability: 'unknown', reason: 'missing_from_answer' },
    ]);
    expect(driftOf(events)).toEqual([expect.stringContaining(path)]);
  });

  it('believes a price of its own where the flag is missing', async () => {
    answerWith([
      okBody(
        '<DomainCheckResult Domain="gem.com" Available="true" PremiumRegistrationPrice="90.0000" />',
      ),
    ]);
    const { driver, read } = createTestDriver();
    expect(await driver.checkAvailability(names('gem.com'), read('checkAvailability'))).toEqual([
      {
        domain: 'gem.com',
        availability: 'available',
        premium: { registration: { amount: '90.0000', currency: 'USD' } },
      },
    ]);
  });

  it('reports a mistyped price as drift and keeps the rest of the row', async () => {
    answerWith([
      okBody(
        '<DomainCheckResult Domain="gem.com" Available="true" IsPremiumName="true" PremiumRegistrationPrice="n/a" PremiumRenewalPrice="20.0000" EapFee="0.0" />',
      ),
    ]);
    const { driver, read, events } = createTestDriver();
    const rows = await driver.checkAvailability(names('gem.com'), read('checkAvailability'));
    expect(rows).toEqual([
      {
        domain: 'gem.com',
        availability: 'available',
        premium: { renewal: { amount: '20.0000', currency: 'USD' } },
      },
    ]);
    expect(driftOf(events)).toEqual([
      'DomainCheckResult[0].PremiumRegistrationPrice: is not an amount',
    ]);
    expect(events.find(({ type }) => type === 'drift')).toMatchObject({
      target: command,
      sample: 'n/a',
    });
  });

  it('passes on what concerns all names', async () => {
    answerWith([errorBody([['1011102', 'API Key is invalid or API access has not been enabled']])]);
    const { driver, read } = createTestDriver();
    const error = await errorOf(
      driver.checkAvailability(names('free.com'), read('checkAvailability')),
    );
    expect(error.code).toBe('AUTHENTICATION_FAILED');
    expectNoCanary(error);
  });
});
