import { afterEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { parseNameserver } from '@registrar-kit/core';
import { expectNoCanary } from './support/canaries.js';
import { answerWith, errorBody, okBody } from './support/namecheap-wire.js';
import { createTestDriver, errorOf, globals, name, skippingClock } from './support/test-driver.js';

const here = '203.0.113.7';
const there = '198.51.100.9';
const detect = { detect: ['https://one.example.net/', 'https://two.example.net/json'] };

const balances =
  '<UserGetBalancesResult Currency="USD" AvailableBalance="10.00" AccountBalance="10.00" EarnedAmount="0.00" WithdrawableAmount="0.00" FundsRequiredForAutoRenew="0.00" />';
const nameserversSet = '<DomainDNSSetCustomResult Domain="example.com" Updated="true" />';

afterEach(() => {
  const left = nock.pendingMocks();
  nock.cleanAll();
  expect(left).toEqual([]);
});

/** The services answer once with these addresses. */
function echo(one: string, two = one): void {
  nock('https://one.example.net').get('/').reply(200, `${one}\n`);
  nock('https://two.example.net')
    .get('/json')
    .reply(200, JSON.stringify({ ip: two }));
}

const refused = (seen: string): string => errorBody([['1011150', `Invalid request IP: ${seen}`]]);
const told = (sent: ReturnType<typeof answerWith>): (string | undefined)[] =>
  sent.map(({ parameters }) => parameters['ClientIp']);

describe('clientIp: { detect: [...] }', () => {
  it('asks the services once and tells the vendor what they say', async () => {
    echo(here);
    const sent = answerWith([okBody(balances), okBody(balances), okBody(balances)]);
    const { driver, read, events } = createTestDriver({ clientIp: detect });
    await Promise.all([1, 2, 3].map(() => driver.getBalance(read('getBalance'))));
    expect(sent.map(({ parameters }) => parameters)).toEqual(
      Array(3).fill({ ...globals('namecheap.users.getBalances'), ClientIp: here }),
    );
    expect(events.map(({ type }) => type)).not.toContain('egress.changed');
  });

  it('sends nothing when they say nothing, and names them', async () => {
    nock('https://one.example.net').get('/').reply(503);
    const reset = Object.assign(new Error('made up'), { code: 'ECONNRESET' });
    nock('https://two.example.net').get('/json').replyWithError(reset);
    const { driver, read, events } = createTestDriver({ clientIp: detect });
    const error = await errorOf(driver.getBalance(read('getBalance')));
    expect(error).toMatchObject({
      code: 'TRANSPORT_FAILED',
      phase: 'not_sent',
      effect: 'none',
      message: expect.stringMatching(/one\.example\.net.*HTTP 503.*two\.example\.net/),
    });
    expect(events).toEqual([]);
    expectNoCanary(error);
  });

  it('takes no side when they disagree', async () => {
    echo(here, there);
    const { driver, write } = createTestDriver({ clientIp: detect });
    const error = await errorOf(
      driver.setNameservers(
        { domain: name('example.com'), nameservers: [] },
        write('setNameservers'),
      ),
    );
    expect(error).toMatchObject({
      code: 'CONFIGURATION_INVALID',
      effect: 'none',
      issues: [{ path: 'clientIp.detect' }],
    });
  });
});

describe('an address that has changed', () => {
  it('is told in a second request when a read is refused, and from then on', async () => {
    echo(here);
    const sent = answerWith([refused(there), okBody(balances), okBody(balances)]);
    const { driver, read, events } = createTestDriver({ clientIp: detect });
    await driver.getBalance(read('getBalance'));
    await driver.getBalance(read('getBalance'));
    expect(told(sent)).toEqual([here, there, there]);
    expect(events.filter(({ type }) => type === 'egress.changed')).toEqual([
      { type: 'egress.changed', operation: 'getBalance', from: here, to: there },
    ]);
  });

  it('is not tried a third time, and the refusal names the address to allow', async () => {
    echo(here);
    const sent = answerWith([refused(there), refused(there)]);
    const { driver, read } = createTestDriver({ clientIp: detect });
    const error = await errorOf(driver.getBalance(read('getBalance')));
    expect(told(sent)).toEqual([here, there]);
    expect(error).toMatchObject({
      code: 'ACCESS_DENIED',
      reason: 'ip_not_allowed',
      observedAddress: there,
      effect: 'none',
    });
    const steps = error.diagnosis.flatMap(({ remedy }) => remedy.steps);
    expect(steps).toContain(`Add ${there} to the whitelisted IP addresses.`);
    expect(error.diagnosis.map(({ cause }) => cause)).not.toContain('client_ip_mismatch');
  });

  it('is told by the next call when a change is refused: that is never sent twice', async () => {
    echo(here);
    const stands =
      '<DomainDNSGetListResult IsUsingOurDNS="false"><Nameserver>ns1.example.net</Nameserver></DomainDNSGetListResult>';
    const sent = answerWith([refused(there), okBody(nameserversSet), okBody(stands)]);
    const { driver, write, events } = createTestDriver({ clientIp: detect });
    const change = (): Promise<unknown> =>
      driver.setNameservers(
        {
          domain: name('example.com'),
          nameservers: ['ns1.example.net', 'ns2.example.net'].map((each) => parseNameserver(each)),
        },
        write('setNameservers', 'example.com'),
      );
    expect(await errorOf(change())).toMatchObject({ code: 'ACCESS_DENIED', effect: 'none' });
    expect(told(sent)).toEqual([here]);
    expect(events.map(({ type }) => type)).toContain('egress.changed');
    await change();
    expect(told(sent)).toEqual([here, there, there]);
  });

  it('is looked up again where the vendor quotes none', async () => {
    echo(here);
    const clock = skippingClock();
    const { driver, read, events } = createTestDriver({ clientIp: detect }, { clock });
    const first = answerWith([okBody(balances)]);
    await driver.getBalance(read('getBalance'));
    // A look-up that is a minute old may be repeated.
    await clock.delay(60_000);
    echo(there);
    const sent = answerWith([errorBody([['1011150', 'Invalid request IP']]), okBody(balances)]);
    await driver.getBalance(read('getBalance'));
    expect([...told(first), ...told(sent)]).toEqual([here, here, there]);
    expect(events.filter(({ type }) => type === 'egress.changed')).toHaveLength(1);
  });

  it.each([here, '10.0.0.5', '2001:db8::1'])(
    'is not guessed from a refusal that quotes %s',
    async (seen) => {
      echo(here);
      const sent = answerWith([refused(seen)]);
      const { driver, read, events } = createTestDriver({ clientIp: detect });
      await errorOf(driver.getBalance(read('getBalance')));
      expect(told(sent)).toEqual([here]);
      expect(events.map(({ type }) => type)).not.toContain('egress.changed');
    },
  );

  it.each(['1011102', '1017101', '2019166'])('is no matter of error %s', async (number) => {
    echo(here);
    const sent = answerWith([errorBody([[number, there]])]);
    const { driver, read } = createTestDriver({ clientIp: detect });
    await errorOf(driver.getBalance(read('getBalance')));
    expect(sent).toHaveLength(1);
  });
});

it('a configured address is reported as changed and used all the same', async () => {
  const sent = answerWith([refused(there), refused(there)]);
  const { driver, read, events } = createTestDriver({ clientIp: here });
  for (let refusals = 0; refusals < 2; refusals += 1) {
    const error = await errorOf(driver.getBalance(read('getBalance')));
    expect(error).toMatchObject({ code: 'ACCESS_DENIED', observedAddress: there });
  }
  expect(told(sent)).toEqual([here, here]);
  expect(events.filter(({ type }) => type === 'egress.changed')).toHaveLength(1);
});
