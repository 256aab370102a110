import { afterEach, describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { Secret, type Transfer } from '@registrar-kit/core';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { infoAnswers } from '../support/orders.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const domain = 'example-name.com';
const info = fixture('domain-info-active.json') as object;
const code = 'CANARY-epp-code-77';

afterEach(expectRequestsAsTold);

describe('checkTransfer', () => {
  const path = 'domains/transfers/check';
  const request = { body: { domainName: domain, authCode: code } };

  it('answers what the vendor says of a domain that can come', async () => {
    const { registrar, drifts } = openRegistrar();
    vendor('POST', path, request, {
      body: {
        transferAvailabilityStatus: true,
        authCodeIsRequired: true,
        authCodeIsValid: true,
        userTransferRequired: false,
        transferLock: false,
        message: 'Transfer is available.',
        messageKey: 'TransferAvailable',
        additionalAttributes: {},
      },
    });
    await expect(registrar.checkTransfer({ domain, authCode: code })).resolves.toEqual({
      domain,
      transferable: true,
      authCodeRequired: true,
      authCodeValid: true,
      locked: false,
    });
    expect(drifts()).toEqual([]);
  });

  it('says why not, with HTTP 200 and without the code', async () => {
    const { registrar, events } = openRegistrar();
    vendor('POST', path, request, {
      body: {
        transferAvailabilityStatus: false,
        authCodeIsRequired: true,
        authCodeIsValid: false,
        transferLock: true,
        message: `Auth code ${code} is wrong`,
        messageKey: 'AuthCode',
      },
    });
    const check = await registrar.checkTransfer({ domain, authCode: new Secret(code) });
    expect(check).toEqual({
      domain,
      transferable: false,
      authCodeRequired: true,
      authCodeValid: false,
      locked: true,
      reason: 'Auth code [redacted] is wrong',
    });
    expect(JSON.stringify(events)).not.toContain('CANARY');
  });

  it('falls back to the key of the reason, and states nothing that the vendor does not', async () => {
    const { registrar } = openRegistrar();
    vendor('POST', path, request, {
      body: { transferAvailabilityStatus: false, message: ' ', messageKey: 'TransferLock' },
    });
    await expect(registrar.checkTransfer({ domain, authCode: code })).resolves.toEqual({
      domain,
      transferable: false,
      reason: 'TransferLock',
    });
  });

  it('says nothing of a code that nobody gave', async () => {
    const { registrar } = openRegistrar();
    const body = { domainName: domain, authCode: '' };
    const answer = {
      transferAvailabilityStatus: false,
      authCodeIsRequired: true,
      authCodeIsValid: false,
    };
    vendor('POST', path, { body }, { body: answer });
    await expect(registrar.checkTransfer({ domain })).resolves.toEqual({
      domain,
      transferable: false,
      authCodeRequired: true,
    });
  });

  it.each([
    [
      'the lock',
      { status: 403, body: { error: { message: 'Transfer lock exists' } } },
      { transferable: false, reason: 'Transfer lock exists' },
    ],
    [
      'the code',
      { status: 400, body: { error: { code: '2202', message: `Authorization problem ${code}` } } },
      { transferable: false, authCodeValid: false, reason: 'Authorization problem [redacted]' },
    ],
  ])('takes a refusal because of %s for an answer', async (_what, answer, expected) => {
    const { registrar } = openRegistrar();
    vendor('POST', path, request, answer);
    await expect(registrar.checkTransfer({ domain, authCode: code })).resolves.toEqual({
      domain,
      ...expected,
    });
  });

  it.each([
    ['without an availability', { body: { message: 'x' } }, 'UNEXPECTED_RESPONSE'],
    ['with another one', { body: { transferAvailabilityStatus: 'yes' } }, 'UNEXPECTED_RESPONSE'],
    [
      'that refuses the ending',
      { status: 403, body: { error: { code: '597' } } },
      'DOMAIN_UNAVAILABLE',
    ],
    ['that refuses the address', { status: 403 }, 'ACCESS_DENIED'],
  ] as const)('takes no answer %s for one', async (_what, answer, expected) => {
    const { registrar } = openRegistrar();
    vendor('POST', path, request, answer);
    await expectFailure(registrar.checkTransfer({ domain, authCode: code }), expected);
  });
});

describe('getTransfer', () => {
  it.each<[string | number, string | null, Omit<Transfer, 'domain'>]>([
    [
      'WaitingForIncomingTransfer',
      null,
      { status: 'pending', vendorStatus: 'WaitingForIncomingTransfer' },
    ],
    [3, null, { status: 'pending', vendorStatus: 'WaitingForIncomingTransfer' }],
    [
      'TransferCancelledFromClient',
      '2026-02-03T04:05:06.1234567',
      {
        status: 'failed',
        cause: 'cancelled',
        vendorStatus: 'TransferCancelledFromClient',
        reason: 'the transfer was cancelled before it was complete',
      },
    ],
    [
      'Active',
      '2026-02-03T04:05:06.1234567',
      { status: 'done', vendorStatus: 'Active', changedOn: '2026-02-03' as never },
    ],
    [
      'ConfirmationEmailSend',
      null,
      {
        status: 'unknown',
        vendorStatus: 'ConfirmationEmailSend',
        reason: 'the registrar does not say whether this word is about a transfer',
      },
    ],
    [
      'Frozen',
      null,
      {
        status: 'unknown',
        vendorStatus: 'Frozen',
        reason: 'the registrar does not say whether this word is about a transfer',
      },
    ],
  ])('reads %s with the day %s', async (status, transferDate, expected) => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, status, transferDate } });
    await expect(registrar.getTransfer({ domain })).resolves.toEqual({ domain, ...expected });
  });

  it.each([
    ['Active', '0001-01-01T00:00:00'],
    ['Active', null],
    ['WaitingForRegistration', null],
    ['WaitingForOutgoingTransfer', '2026-02-03T00:00:00'],
    ['TransferredOut', '2026-02-03T00:00:00'],
  ])('finds no transfer of a domain that is %s with the day %s', async (status, transferDate) => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, status, transferDate } });
    const error = await expectFailure(registrar.getTransfer({ domain }), 'DOMAIN_NOT_FOUND');
    expect(error.message).toContain('shows no transfer of it');
  });

  it('does not know numbers of transfers', async () => {
    const { registrar } = openRegistrar();
    const error = await expectFailure(
      registrar.getTransfer({ domain, transferId: '7' }),
      'INVALID_INPUT',
    );
    expect(error.issues.map(({ path }) => path)).toEqual(['transferId']);
  });
});

describe('listTransfers', () => {
  const page = (skip: number) => ({
    query: { MaxResultCount: '1000', SkipCount: String(skip), Sorting: 'Id DESC' },
  });
  const row = (name: string, status: number | null, statusCode: string, more: object = {}) => ({
    domainName: name,
    status,
    statusCode,
    authCode: 'CANARY-auth-code-1',
    expirationDate: '2027-10-04T00:00:00',
    ...more,
  });

  function twoPages(): void {
    vendor('GET', 'domains', page(0), {
      body: {
        totalCount: 6,
        items: [
          row('one-name.com', 3, 'WaitingForIncomingTransfer'),
          row('two-name.com', 0, 'Active'),
          row('three-name.com', 9, 'ConfirmationEmailSend'),
        ],
      },
    });
    vendor('GET', 'domains', page(3), {
      body: {
        totalCount: 6,
        items: [
          row('four-name.com', null, 'TransferCancelledFromClient'),
          row('five-name.com', 0, 'Active', { transferDate: '2026-02-03T00:00:00' }),
          row('xn--mnchen-example-gsb.de', 3, 'WaitingForIncomingTransfer'),
        ],
      },
    });
  }

  async function names(input: object): Promise<readonly string[]> {
    const { registrar } = openRegistrar();
    twoPages();
    const found: string[] = [];
    for await (const transfer of registrar.listTransfers(input))
      found.push(`${transfer.domain} ${transfer.status}`);
    return found;
  }

  it('finds them among the domains, over all pages', async () => {
    await expect(names({})).resolves.toEqual([
      'one-name.com pending',
      'four-name.com failed',
      'five-name.com done',
      'xn--mnchen-example-gsb.de pending',
    ]);
  });

  it('keeps to a status and a piece of the name', async () => {
    await expect(names({ status: 'failed' })).resolves.toEqual(['four-name.com failed']);
    expectRequestsAsTold();
    await expect(names({ search: 'MÜNCHEN' })).resolves.toEqual([
      'xn--mnchen-example-gsb.de pending',
    ]);
  });

  it('holds no auth code', async () => {
    const { registrar } = openRegistrar();
    vendor('GET', 'domains', page(0), {
      body: { totalCount: 1, items: [row('one-name.com', 3, 'WaitingForIncomingTransfer')] },
    });
    const found = await registrar.listTransfers().page();
    expect(inspect(found, { depth: 9 })).not.toContain('CANARY');
    expect(found).toEqual({ items: [expect.objectContaining({ domain: 'one-name.com' })] });
  });
});

describe.each([
  ['cancelTransfer', 'domains/transfers/cancel'],
  ['approveTransferOut', 'domains/transfers/approve'],
  ['rejectTransferOut', 'domains/transfers/reject'],
] as const)('%s', (operation, path) => {
  const request = { body: { domainName: domain } };

  it.each([
    ['a status', { body: { status: 'Cancelled' } }],
    ['204', { status: 204 }],
    ['an empty 200', { status: 200 }],
    ['null', { body: 'null' }],
  ])('is answered with %s', async (_what, answer) => {
    const { registrar } = openRegistrar();
    vendor('POST', path, request, answer);
    await expect(registrar[operation]({ domain })).resolves.toBeUndefined();
  });

  it('is refused by the state of the domain', async () => {
    const { registrar } = openRegistrar();
    const message = 'Domain transfer is not permitted';
    vendor('POST', path, request, { status: 403, body: { error: { message } } });
    const error = await expectFailure(registrar[operation]({ domain }), 'INVALID_DOMAIN_STATE');
    expect(error.effect).toBe('none');
  });

  it.each([
    ['a breakdown', { status: 504 }, 'PROVIDER_UNAVAILABLE'],
    ['half an answer', { body: '{"status":' }, 'UNEXPECTED_RESPONSE'],
  ] as const)('does not know what %s did', async (_what, answer, expected) => {
    const { registrar } = openRegistrar();
    vendor('POST', path, request, answer);
    const error = await expectFailure(registrar[operation]({ domain }), expected);
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
  });
});
