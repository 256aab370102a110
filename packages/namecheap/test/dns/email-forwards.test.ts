import { afterEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { expectNoCanary } from '../support/canaries.js';
import { answerWith, errorBody, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals, name } from '../support/test-driver.js';

const domain = name('example.co.uk');
const list = okBody(`<DomainDNSGetEmailForwardingResult Domain="example.co.uk">
  <Forward mailbox="info">ada@example.net</Forward>
  <Forward MailBox="*">all@example.org</Forward>
</DomainDNSGetEmailForwardingResult>`);
const set = okBody(
  '<DomainDNSSetEmailForwardingResult Domain="example.co.uk" IsSuccess="true"><Warnings /></DomainDNSSetEmailForwardingResult>',
);
const forwards = [
  { mailbox: 'info', forwardTo: 'ada@example.net' },
  { mailbox: '*', forwardTo: 'all@example.org' },
];

afterEach(() => {
  nock.cleanAll();
});

describe('getEmailForwards', () => {
  it('reads every forward', async () => {
    const sent = answerWith([list]);
    const { driver, read } = createTestDriver();
    expect(await driver.getEmailForwards(domain, read('getEmailForwards'))).toEqual(forwards);
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.dns.getEmailForwarding'), DomainName: 'example.co.uk' },
    ]);
  });

  it('reads none as none', async () => {
    answerWith([okBody('<DomainDNSGetEmailForwardingResult Domain="example.co.uk" />')]);
    const { driver, read } = createTestDriver();
    expect(await driver.getEmailForwards(domain, read('getEmailForwards'))).toEqual([]);
  });

  it.each([
    ['mailbox', '<Forward mailbox="">ada@example.net</Forward>'],
    ['mailbox', '<Forward>ada@example.net</Forward>'],
    ['target', '<Forward mailbox="info" />'],
  ])('refuses the list over a forward without its %s', async (_what, row) => {
    answerWith([
      okBody(`<DomainDNSGetEmailForwardingResult>${row}</DomainDNSGetEmailForwardingResult>`),
    ]);
    const { driver, read } = createTestDriver();
    expect(await errorOf(driver.getEmailForwards(domain, read('getEmailForwards')))).toMatchObject({
      code: 'UNEXPECTED_RESPONSE',
      effect: 'none',
    });
  });

  it('says so where another DNS service is used', async () => {
    answerWith([errorBody([['2030288', 'Cannot complete this command']])]);
    const { driver, read } = createTestDriver();
    const error = await errorOf(driver.getEmailForwards(domain, read('getEmailForwards')));
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE' });
    expect(error.message).toContain('resetNameservers');
  });
});

describe('setEmailForwards', () => {
  it('replaces all, numbered from one, and answers what was read back', async () => {
    const sent = answerWith([set, list]);
    const { driver, write, events } = createTestDriver();
    const wanted = [...forwards].reverse();
    expect(
      await driver.setEmailForwards({ domain, forwards: wanted }, write('setEmailForwards')),
    ).toEqual(forwards);
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      {
        ...globals('namecheap.domains.dns.setEmailForwarding'),
        DomainName: 'example.co.uk',
        MailBox1: '*',
        ForwardTo1: 'all@example.org',
        MailBox2: 'info',
        ForwardTo2: 'ada@example.net',
      },
      { ...globals('namecheap.domains.dns.getEmailForwarding'), DomainName: 'example.co.uk' },
    ]);
    expect(driftOf(events)).toEqual([]);
  });

  it('clears them by sending none', async () => {
    const sent = answerWith([
      set,
      okBody('<DomainDNSGetEmailForwardingResult Domain="example.co.uk" />'),
    ]);
    const { driver, write } = createTestDriver();
    expect(
      await driver.setEmailForwards({ domain, forwards: [] }, write('setEmailForwards')),
    ).toEqual([]);
    expect(sent[0]?.parameters).toEqual({
      ...globals('namecheap.domains.dns.setEmailForwarding'),
      DomainName: 'example.co.uk',
    });
  });

  it('says that the change was made when it cannot be read back, and invents no state', async () => {
    answerWith([set, errorBody([['2019166', 'Domain name not found']])]);
    const { driver, write } = createTestDriver();
    const error = await errorOf(
      driver.setEmailForwards({ domain, forwards }, write('setEmailForwards')),
    );
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'applied', retryable: false });
    expect(error.message).toContain('confirmed the change, but reading it back failed');
  });

  it.each([
    ['2030288', 'INVALID_DOMAIN_STATE', 'none'],
    ['2019166', 'DOMAIN_NOT_FOUND', 'none'],
    ['3013288', 'INVALID_INPUT', 'none'],
    ['4022288', 'PROVIDER_ERROR', 'unknown'],
    ['3031510', 'PROVIDER_ERROR', 'unknown'],
  ])('turns %s into %s with effect %s, without the addresses', async (number, code, effect) => {
    const sent = answerWith([errorBody([[number, 'cannot forward to CANARY@example.net']])]);
    const { driver, write, events } = createTestDriver();
    const request = {
      domain,
      forwards: [{ mailbox: 'info', forwardTo: 'CANARY@example.net' }],
    };
    const error = await errorOf(driver.setEmailForwards(request, write('setEmailForwards')));
    expect(error).toMatchObject({ code, effect });
    expect(sent).toHaveLength(1);
    expectNoCanary(error, events);
  });

  it('does not take status OK for success', async () => {
    answerWith([okBody('<DomainDNSSetEmailForwardingResult IsSuccess="false" />')]);
    const { driver, write } = createTestDriver();
    expect(
      await errorOf(driver.setEmailForwards({ domain, forwards }, write('setEmailForwards'))),
    ).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'none' });
  });
});
