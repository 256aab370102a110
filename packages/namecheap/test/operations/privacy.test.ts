import { afterEach, describe, expect, it } from '@jest/globals';
import type { PrivacyState } from '@registrar-kit/core';
import nock from 'nock';
import { expectNoCanary } from '../support/canaries.js';
import { answerWith, errorBody, fixture, loseAnswer, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals, name } from '../support/test-driver.js';

afterEach(() => {
  nock.cleanAll();
});

const domain = name('mine.com');

function infoWith(privacy: string): string {
  return okBody(
    `<DomainGetInfoResult Status="Ok" ID="86374" DomainName="mine.com" IsOwner="true">${privacy}</DomainGetInfoResult>`,
  );
}

function subscription(enabled: string, forwardedTo = 'old@example.com', id = '53536'): string {
  return infoWith(
    `<Whoisguard Enabled="${enabled}"><ID>${id}</ID><ExpiredDate>03/09/2027</ExpiredDate>
      <EmailDetails WhoisGuardEmail="hidden@example.net" ForwardedTo="${forwardedTo}" LastAutoEmailChangeDate="" AutoEmailChangeFrequencyDays="0" />
    </Whoisguard>`,
  );
}

const on = subscription('True');
const off = subscription('False');
const none = infoWith('<Whoisguard Enabled="NotAlloted"><ID>0</ID></Whoisguard>');
const enabled = okBody('<WhoisguardEnableResult DomainName="mine.com" IsSuccess="true" />');
const disabled = okBody('<WhoisguardDisableResult DomainName="mine.com" IsSuccess="true" />');

const getInfo = { ...globals('namecheap.domains.getInfo'), DomainName: 'mine.com' };

function listPage(rows: readonly string[], total: number, page: number): string {
  return okBody(
    `<WhoisguardGetListResult>${rows.join('')}</WhoisguardGetListResult>
    <Paging><TotalItems>${total}</TotalItems><CurrentPage>${page}</CurrentPage><PageSize>100</PageSize></Paging>`,
  );
}

function listRow(id: number, domainName: string, status = 'DISABLED'): string {
  return `<Whoisguard ID="${id}" DomainName="${domainName}" Created="03/09/2026" Expires="03/09/2027" Status="${status}" />`;
}

function list(page: number): Readonly<Record<string, string>> {
  return {
    ...globals('namecheap.whoisguard.getlist'),
    ListType: 'ALLOTED',
    Page: String(page),
    PageSize: '100',
  };
}

function setPrivacy(privacy: boolean, forwardTo?: string): Promise<PrivacyState> {
  const { driver, write } = createTestDriver();
  return driver.setPrivacy({ domain, privacy, forwardTo }, write('setPrivacy', domain));
}

const contactsHeld = fixture('get-contacts-ok').replace('"mine.us"', '"mine.com"');

describe('getPrivacy', () => {
  it.each([
    ['True', true],
    ['true', true],
    ['False', false],
    ['NotAlloted', false],
  ])('reads %s', async (word, privacy) => {
    const sent = answerWith([subscription(word)]);
    const { driver, read } = createTestDriver();
    expect(await driver.getPrivacy(domain, read('getPrivacy', domain))).toEqual({
      domain: 'mine.com',
      privacy,
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([getInfo]);
  });

  it.each([
    [
      'an unknown word',
      subscription('Sometimes'),
      ['Whoisguard.Enabled: is a word that is not documented'],
    ],
    ['no word', infoWith('<Whoisguard><ID>0</ID></Whoisguard>'), []],
    ['nothing at all', infoWith(''), []],
  ])('guesses nothing from %s', async (_what, body, drift) => {
    answerWith([body]);
    const { driver, read, events } = createTestDriver();
    const error = await errorOf(driver.getPrivacy(domain, read('getPrivacy', domain)));
    expect(error).toMatchObject({ code: 'UNEXPECTED_RESPONSE', effect: 'none' });
    expect(driftOf(events)).toEqual(drift);
  });
});

describe('setPrivacy', () => {
  it('switches the subscription on, with the address that it had, and answers what is read back', async () => {
    const sent = answerWith([off, enabled, on]);
    expect(await setPrivacy(true)).toEqual({ domain: 'mine.com', privacy: true });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      getInfo,
      {
        ...globals('namecheap.whoisguard.enable'),
        WhoisguardID: '53536',
        ForwardedToEmail: 'old@example.com',
      },
      getInfo,
    ]);
  });

  it('takes the address of the caller before all others', async () => {
    const sent = answerWith([off, enabled, on]);
    await setPrivacy(true, 'new@example.com');
    expect(sent[1]?.parameters).toMatchObject({ ForwardedToEmail: 'new@example.com' });
  });

  it("takes the registrant's address where the subscription had none", async () => {
    const sent = answerWith([subscription('False', ''), contactsHeld, enabled, on]);
    await setPrivacy(true);
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      getInfo,
      { ...globals('namecheap.domains.getContacts'), DomainName: 'mine.com' },
      {
        ...globals('namecheap.whoisguard.enable'),
        WhoisguardID: '53536',
        ForwardedToEmail: 'ada@example.com',
      },
      getInfo,
    ]);
  });

  it('asks for an address where there is none, and for a shorter one than it can send', async () => {
    const nobody = okBody('<DomainContactsResult Domain="mine.com" />');
    const sent = answerWith([subscription('False', ''), nobody]);
    expect(await errorOf(setPrivacy(true))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'forwardTo', problem: expect.stringContaining('is missing') }],
    });
    expect(sent).toHaveLength(2);
    answerWith([off]);
    expect(await errorOf(setPrivacy(true, `${'x'.repeat(60)}@example.com`))).toMatchObject({
      code: 'INVALID_INPUT',
      effect: 'none',
      issues: [{ path: 'forwardTo', problem: 'has 72 characters' }],
    });
  });

  it('switches the subscription off and answers what is read back', async () => {
    const sent = answerWith([on, disabled, off]);
    expect(await setPrivacy(false)).toEqual({ domain: 'mine.com', privacy: false });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      getInfo,
      { ...globals('namecheap.whoisguard.disable'), WhoisguardID: '53536' },
      getInfo,
    ]);
  });

  it('answers what stands, even where that is not what was set', async () => {
    answerWith([off, enabled, off]);
    expect(await setPrivacy(true)).toEqual({ domain: 'mine.com', privacy: false });
  });

  it('says that the change was made when it cannot be read back, and invents no state', async () => {
    answerWith([on, disabled, errorBody([['4011103', 'Access denied']])]);
    const error = await errorOf(setPrivacy(false));
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'applied', retryable: false });
    expect(error.message).toContain('confirmed the change, but reading it back failed');
  });

  it.each([
    ['on', on, true, undefined],
    ['on, to the same address', on, true, 'OLD@example.com'],
    ['on, to an address that is not told', subscription('True', ''), true, 'new@example.com'],
    ['off', off, false, undefined],
    ['off, without a subscription', none, false, undefined],
  ] as const)('sends nothing where it is %s already', async (_what, body, privacy, forwardTo) => {
    const sent = answerWith([body]);
    expect(await setPrivacy(privacy, forwardTo)).toEqual({ domain: 'mine.com', privacy });
    expect(sent).toHaveLength(1);
  });

  it('does not pass over another address that cannot be had', async () => {
    const sent = answerWith([on]);
    const error = await errorOf(setPrivacy(true, 'new@example.com'));
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
    expect(error.message).toContain('switch it off first');
    expect(error.message).not.toContain('@');
    expect(sent).toHaveLength(1);
  });

  it('says where a subscription comes from when there is none', async () => {
    const sent = answerWith([none]);
    const error = await errorOf(setPrivacy(true));
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
    expect(error.message).toContain('add the free subscription in the Namecheap panel');
    expect(sent).toHaveLength(1);
  });

  it('reads two errors at once as a subscription without a domain, not as a missing domain', async () => {
    answerWith([
      off,
      errorBody(
        [
          ['2011331', 'Whoisguard is not associated with any domain'],
          ['2019166', 'Domain name not found'],
        ],
        '<WhoisguardEnableResult DomainName="" IsSuccess="true" />',
      ),
    ]);
    expect(await errorOf(setPrivacy(true))).toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
      effect: 'none',
      vendor: {
        message:
          '2019166: Domain name not found; 2011331: Whoisguard is not associated with any domain',
      },
    });
  });

  it.each([
    ['2011331', 'INVALID_DOMAIN_STATE', 'none'],
    ['2011369', 'INVALID_INPUT', 'none'],
    ['3031510', 'PROVIDER_ERROR', 'unknown'],
    ['4022337', 'PROVIDER_ERROR', 'unknown'],
    ['5050900', 'PROVIDER_ERROR', 'unknown'],
  ])('turns %s into %s with effect %s and reads nothing back', async (number, code, effect) => {
    const sent = answerWith([
      off,
      errorBody([[number, 'Some words']], '<WhoisguardEnableResult IsSuccess="true" />'),
    ]);
    expect(await errorOf(setPrivacy(true))).toMatchObject({ code, effect });
    expect(sent).toHaveLength(2);
  });

  it.each([
    [true, off, '<WhoisguardEnableResult DomainName="mine.com" IsSuccess="false" />'],
    [false, on, '<WhoisguardDisableResult DomainName="mine.com" IsSuccess="false" />'],
  ])('does not take status OK for success when set to %s', async (privacy, before, answer) => {
    answerWith([before, okBody(answer)]);
    expect(await errorOf(setPrivacy(privacy))).toMatchObject({
      code: 'PROVIDER_ERROR',
      effect: 'none',
    });
    answerWith([before]);
    loseAnswer();
    expect(await errorOf(setPrivacy(privacy))).toMatchObject({
      code: 'TRANSPORT_FAILED',
      effect: 'unknown',
    });
  });

  it('keeps the address out of an error that quotes it', async () => {
    answerWith([off, errorBody([['2011369', 'CANARY-person@example.com is not valid']])]);
    expectNoCanary(await errorOf(setPrivacy(true, 'CANARY-person@example.com')));
  });
});

describe('setPrivacy of a domain whose details name no number', () => {
  const unnamed = infoWith('<Whoisguard Enabled="False" />');
  const others = Array.from({ length: 100 }, (_, index) => listRow(index + 1, `other${index}.com`));

  it('looks for it in the list of subscriptions, page by page', async () => {
    const sent = answerWith([
      unnamed,
      listPage([...others.slice(1), listRow(9, 'not-mine.com')], 101, 1),
      listPage([listRow(777, 'Mine.com')], 101, 2),
      contactsHeld,
      enabled,
      on,
    ]);
    expect(await setPrivacy(true)).toEqual({ domain: 'mine.com', privacy: true });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      getInfo,
      list(1),
      list(2),
      { ...globals('namecheap.domains.getContacts'), DomainName: 'mine.com' },
      {
        ...globals('namecheap.whoisguard.enable'),
        WhoisguardID: '777',
        ForwardedToEmail: 'ada@example.com',
      },
      getInfo,
    ]);
  });

  it('believes the state that the list shows where the details show none', async () => {
    const sent = answerWith([infoWith(''), listPage([listRow(777, 'mine.com', 'enabled')], 1, 1)]);
    expect(await setPrivacy(true)).toEqual({ domain: 'mine.com', privacy: true });
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['the last page', [listPage(others, 101, 1), listPage([listRow(9, 'not-mine.com')], 101, 2)]],
    ['an empty page, whatever the total says', [listPage(others, 300, 1), listPage([], 300, 2)]],
    ['an empty list', [okBody('<WhoisguardGetListResult />')]],
  ])('ends at %s', async (_what, pages) => {
    const sent = answerWith([unnamed, ...pages, enabled]);
    expect(await errorOf(setPrivacy(true))).toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
      effect: 'none',
    });
    expect(sent).toHaveLength(1 + pages.length);
  });
});
