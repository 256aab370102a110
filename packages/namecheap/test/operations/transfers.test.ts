import { afterEach, describe, expect, it } from '@jest/globals';
import type { Transfer, TransferRequest } from '@registrar-kit/core';
import nock from 'nock';
import { answerWith, errorBody, fixture, loseAnswer, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals, name } from '../support/test-driver.js';

afterEach(() => {
  nock.cleanAll();
});

const domain = name('moving.co.uk');

interface Row {
  readonly id?: string;
  readonly domain?: string;
  readonly date?: string;
  readonly number?: string;
  readonly word?: string;
  readonly words?: string;
}

function listOf(rows: readonly Row[], total = rows.length): string {
  const elements = rows.map((row) => {
    const { id = '75', date = '04/13/2026', number = '14', word = 'INPROGRESS', words = '' } = row;
    return `<Transfer ID="${id}" DomainName="${row.domain ?? domain}" User="paneluser" TransferDate="${date}" OrderID="" StatusID="${number}" Status="${word}" StatusDate="04/14/2026" StatusDescription="${words}" />`;
  });
  return okBody(
    `<TransferGetListResult>${elements.join('')}</TransferGetListResult><Paging><TotalItems>${total}</TotalItems></Paging>`,
  );
}

function statusIs(number: string, word: string, more = ''): string {
  return okBody(
    `<DomainTransferGetStatusResult TransferID="75" Status="${word}" StatusID="${number}" ${more} />`,
  );
}

function search(page = '1'): Readonly<Record<string, string>> {
  return {
    ...globals('namecheap.domains.transfer.getList'),
    ListType: 'ALL',
    SearchTerm: 'moving.co.uk',
    Page: page,
    PageSize: '100',
    SortBy: 'TRANSFERDATE_DESC',
  };
}

const getStatus = { ...globals('namecheap.domains.transfer.getStatus'), TransferID: '75' };

function getTransfer(transferId?: string): Promise<Transfer> {
  const { driver, read } = createTestDriver();
  const request: TransferRequest = { domain, transferId };
  return driver.getTransfer(request, read('getTransfer', domain));
}

describe('listTransfers', () => {
  it('asks for full pages, the oldest first, and points at the next one', async () => {
    const sent = answerWith([fixture('transfer-list-page')]);
    const { driver, read, events } = createTestDriver();
    expect(await driver.listTransfers({}, read('listTransfers'))).toEqual({
      items: [
        {
          domain: 'gone.com',
          transferId: '59',
          status: 'failed',
          cause: 'not_registered',
          vendorStatus: 'CANCELLED (20)',
          reason: 'the domain is not registered',
          startedOn: '2026-02-15',
          changedOn: '2026-03-27',
        },
        {
          domain: 'moving.co.uk',
          transferId: '75',
          status: 'pending',
          vendorStatus: 'INPROGRESS (14)',
          reason: 'the transfer is started at the registry and waits for approval',
          startedOn: '2026-04-13',
          changedOn: '2026-04-14',
        },
        {
          domain: 'new.com',
          status: 'needs_action',
          cause: 'auth_code_missing',
          vendorStatus: 'WAITINGFOREPP (-22)',
          reason: 'the transfer waits for the auth code; the losing registrar gives it out',
        },
      ],
      total: 203,
      next: '2',
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      {
        ...globals('namecheap.domains.transfer.getList'),
        ListType: 'ALL',
        Page: '1',
        PageSize: '100',
        SortBy: 'TRANSFERDATE',
      },
    ]);
    expect(driftOf(events)).toEqual([]);
  });

  it.each([
    ['pending', 'INPROGRESS'],
    ['done', 'COMPLETED'],
    ['failed', 'CANCELLED'],
  ] as const)('asks for those that are %s as %s', async (status, ListType) => {
    const sent = answerWith([okBody('<TransferGetListResult />')]);
    const { driver, read } = createTestDriver();
    const request = { status, search: 'mov', cursor: '3' };
    expect(await driver.listTransfers(request, read('listTransfers'))).toEqual({ items: [] });
    expect(sent[0]?.parameters).toEqual({
      ...globals('namecheap.domains.transfer.getList'),
      ListType,
      SearchTerm: 'mov',
      Page: '3',
      PageSize: '100',
      SortBy: 'TRANSFERDATE',
    });
  });

  it('leaves a row out that names no domain', async () => {
    answerWith([listOf([{ domain: '' }, { domain: 'no domain' }, { id: '76' }])]);
    const { driver, read, events } = createTestDriver();
    const { items } = await driver.listTransfers({}, read('listTransfers'));
    expect(items.map(({ transferId }) => transferId)).toEqual(['76']);
    expect(driftOf(events).map((line) => line.split(':')[0])).toEqual([
      'Transfer[0].DomainName',
      'Transfer[1].DomainName',
    ]);
  });

  it.each(['0', 'x', '-1'])('refuses the cursor %j', async (cursor) => {
    const { driver, read } = createTestDriver();
    const call = driver.listTransfers({ cursor }, read('listTransfers'));
    expect(await errorOf(call)).toMatchObject({ issues: [{ path: 'cursor' }] });
  });
});

describe('the status of a transfer', () => {
  /** As a row of the list says it. */
  async function standing(
    row: Row,
  ): Promise<Partial<Transfer> & { readonly drift: readonly string[] }> {
    answerWith([listOf([row])]);
    const { driver, read, events } = createTestDriver();
    const { items } = await driver.listTransfers({}, read('listTransfers'));
    return { ...items[0], drift: driftOf(events) };
  }

  const open = 'INPROGRESS';
  const ended = 'CANCELLED';

  it.each([
    ['5', 'COMPLETED', 'done', undefined],
    ...['0', '1', '3', '9', '10', '11', '12', '13', '14', '28', '29', '35', '-2', '-5', '-202'].map(
      (number) => [number, open, 'pending', undefined] as const,
    ),
    ['-1', 'QUEUED', 'pending', undefined],
    ['6', open, 'needs_action', 'charge'],
    ['7', open, 'needs_action', 'charge'],
    ['2', ended, 'failed', 'other'],
    ['4', ended, 'failed', 'not_transferable'],
    ['8', ended, 'failed', 'registry'],
    ['22', ended, 'failed', 'locked'],
    ['23', ended, 'failed', 'already_started'],
    ['25', ended, 'failed', 'losing_registrar'],
    ['31', ended, 'failed', 'already_started'],
    ['37', ended, 'failed', 'losing_registrar'],
    ['15', ended, 'failed', 'registrant_data'],
    ['16', ended, 'failed', 'approval_missing'],
    ['17', ended, 'failed', 'approval_refused'],
    ['18', ended, 'failed', 'approval_missing'],
    ['19', ended, 'failed', 'registrant_data'],
    ['20', ended, 'failed', 'not_registered'],
    ['21', ended, 'failed', 'already_here'],
    ['26', ended, 'failed', 'approval_missing'],
    ['30', ended, 'failed', 'not_transferable'],
    ['32', 'CANCELED', 'failed', 'auth_code_wrong'],
    ['51', ended, 'failed', 'registrant_data'],
    ['24', ended, 'failed', 'other'],
    ['27', ended, 'failed', 'cancelled'],
    ['33', ended, 'failed', 'not_transferable'],
    ['34', ended, 'failed', 'not_transferable'],
    ['36', ended, 'failed', 'other'],
    ['45', ended, 'failed', 'cancelled'],
    ['48', ended, 'failed', 'not_transferable'],
    ['49', ended, 'failed', 'not_transferable'],
    ['50', ended, 'failed', 'not_transferable'],
    ['-4', ended, 'failed', 'locked'],
  ] as const)('reads %s %s as %s, %s', async (number, word, status, cause) => {
    const read = await standing({ number, word, words: 'Words of the vendor' });
    expect(read).toMatchObject({ status, vendorStatus: `${word} (${number})`, drift: [] });
    expect(read.cause).toBe(cause);
    // In words of ours.
    expect(read.reason).toMatch(/^[a-z].*[^.]$/);
  });

  it.each([
    ['its word', 'WAITINGFOREPP', 'Canceled - Invalid entry'],
    ['a sentence for a word', 'Waiting for EPP Transfer Code from Customer', ''],
    ['its description', open, 'Waiting for EPP Transfer Code from Customer'],
  ])('tells by %s that -22 waits for the code', async (_what, word, words) => {
    expect(await standing({ number: '-22', word, words })).toMatchObject({
      status: 'needs_action',
      cause: 'auth_code_missing',
      drift: [],
    });
  });

  it.each([
    ['its word', ended, 'Waiting for EPP Transfer Code from Customer'],
    ['a sentence for a word', 'Canceled - Invalid entry', ''],
    ['its description', '', 'Canceled - Invalid entry'],
  ])('tells by %s that -22 has ended', async (_what, word, words) => {
    expect(await standing({ number: '-22', word, words })).toMatchObject({
      status: 'failed',
      cause: 'other',
      drift: [],
    });
  });

  it('lets the word that waits for the code go before any number', async () => {
    expect(await standing({ number: '0', word: 'WAITINGFOREPP' })).toMatchObject({
      status: 'needs_action',
      cause: 'auth_code_missing',
    });
  });

  it('makes nothing of -22 without words', async () => {
    expect(await standing({ number: '-22', word: open })).toMatchObject({
      status: 'unknown',
      vendorStatus: 'INPROGRESS (-22)',
      drift: ['Transfer[0].StatusID: is a number that is not documented'],
    });
  });

  it('keeps the words of a number that is in no list, and reports it', async () => {
    const read = await standing({ number: '99', word: 'COMPLETED', words: 'Beamed over' });
    expect(read).toMatchObject({
      status: 'unknown',
      vendorStatus: 'COMPLETED (99)',
      reason: 'Beamed over',
      drift: ['Transfer[0].StatusID: is a number that is not documented'],
    });
    expect(read).not.toHaveProperty('cause');
  });

  it.each([
    ['5', ended],
    ['5', open],
    ['14', 'COMPLETED'],
    ['32', 'COMPLETED'],
  ])('does not say that the domain has arrived, or not, on %s %s', async (number, word) => {
    expect(await standing({ number, word })).toMatchObject({
      status: 'unknown',
      drift: ['Transfer[0].Status: does not fit its number'],
    });
  });

  it('keeps a transfer open that the vendor keeps open, so that no second one is paid', async () => {
    expect(await standing({ number: '4', word: open })).toMatchObject({
      status: 'needs_action',
      cause: 'not_transferable',
      reason: expect.stringContaining('resubmitTransfer starts it again'),
      drift: [],
    });
  });

  it('believes that a transfer was cancelled, whatever its last stage', async () => {
    expect(await standing({ number: '-202', word: ended })).toMatchObject({
      status: 'failed',
      cause: 'other',
      reason: expect.stringContaining('it was cancelled; before that: the expiry date'),
    });
  });
});

describe('getTransfer', () => {
  it('asks for the number, and the list for its domain', async () => {
    const sent = answerWith([
      statusIs('5', 'COMPLETED', 'StatusDate="04/20/2026" TransferOrderDate="04/12/2026"'),
      listOf([{ id: '74' }, { id: '75', number: '14', word: 'INPROGRESS' }]),
    ]);
    // What was read for the number is newer than the list.
    expect(await getTransfer('75')).toEqual({
      domain: 'moving.co.uk',
      transferId: '75',
      status: 'done',
      vendorStatus: 'COMPLETED (5)',
      reason: 'the domain has arrived and is paid',
      startedOn: '2026-04-12',
      changedOn: '2026-04-20',
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([getStatus, search()]);
  });

  it('takes the dates from the list, and the meaning of -22, too', async () => {
    answerWith([
      statusIs('-22', 'INPROGRESS'),
      listOf([{ number: '-22', word: 'INPROGRESS', words: 'Waiting for EPP Transfer Code' }]),
    ]);
    expect(await getTransfer('75')).toMatchObject({
      status: 'needs_action',
      cause: 'auth_code_missing',
      startedOn: '2026-04-13',
      changedOn: '2026-04-14',
    });
  });

  it('shows no transfer of another domain', async () => {
    answerWith([
      statusIs('14', 'INPROGRESS'),
      listOf([{ id: '75', domain: 'not-moving.co.uk' }, { id: '76' }]),
    ]);
    const error = await errorOf(getTransfer('75'));
    expect(error).toMatchObject({ code: 'DOMAIN_NOT_FOUND', domain: 'moving.co.uk' });
    expect(error.message).toContain('does not list it for this domain');
  });

  it('says that a number is none, whatever skeleton stands beside it', async () => {
    const sent = answerWith([
      errorBody(
        [['4019329', 'TransferStatus not available']],
        '<DomainTransferGetStatusResult TransferID="0" Status="" StatusID="0" StatusDate="0001-01-01T00:00:00" />',
      ),
    ]);
    expect(await errorOf(getTransfer('75'))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'transferId' }],
    });
    expect(sent).toHaveLength(1);
  });

  it.each(['abc', '', '-1', '75 ', '12345678901'])('asks nothing for the number %j', async (id) => {
    const sent = answerWith([statusIs('5', 'COMPLETED')]);
    expect(await errorOf(getTransfer(id))).toMatchObject({ issues: [{ path: 'transferId' }] });
    expect(sent).toHaveLength(0);
  });

  it('finds the latest of exactly that name, by date and then by number', async () => {
    const sent = answerWith([
      listOf([
        { id: '99', domain: 'not-moving.co.uk', date: '12/01/2026' },
        { id: '100', number: '14' },
        { id: '75', number: '32', word: 'CANCELLED' },
        { id: '101', date: '12/31/2025', number: '27', word: 'CANCELLED' },
      ]),
    ]);
    expect(await getTransfer()).toMatchObject({
      domain: 'moving.co.uk',
      transferId: '100',
      status: 'pending',
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([search()]);
  });

  it('looks on where a page holds other names only', async () => {
    const others = Array.from({ length: 100 }, (_, index) => ({
      id: String(1000 + index),
      domain: `x${index}moving.co.uk`,
    }));
    const sent = answerWith([listOf(others, 101), listOf([{ id: '75' }], 101)]);
    expect(await getTransfer()).toMatchObject({ transferId: '75' });
    expect(sent.map(({ parameters }) => parameters)).toEqual([search(), search('2')]);
  });

  it('says that there is none', async () => {
    answerWith([okBody('<TransferGetListResult />')]);
    expect(await errorOf(getTransfer())).toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
      domain: 'moving.co.uk',
    });
  });

  it('cuts a name that is too long to be searched for', async () => {
    const long = name(`${'a'.repeat(63)}.k12.ca.us`);
    expect(long.length).toBeGreaterThan(70);
    const sent = answerWith([okBody('<TransferGetListResult />')]);
    const { driver, read } = createTestDriver();
    await errorOf(driver.getTransfer({ domain: long, transferId: undefined }, read('getTransfer')));
    expect(sent[0]?.parameters.SearchTerm).toBe(long.slice(0, 70));
  });
});

describe('resubmitTransfer', () => {
  const resubmitted = okBody(
    '<DomainTransferUpdateStatusResult TransferID="75" Resubmit="true" />',
  );
  const failedRow = { number: '22', word: 'CANCELLED' };
  const update = {
    ...globals('namecheap.domains.transfer.updateStatus'),
    TransferID: '75',
    Resubmit: 'true',
  };

  function resubmit(transferId?: string): Promise<Transfer> {
    const { driver, write } = createTestDriver();
    return driver.resubmitTransfer({ domain, transferId }, write('resubmitTransfer', domain));
  }

  it('looks the latest up, submits it again and answers how it stands', async () => {
    const sent = answerWith([
      listOf([failedRow]),
      resubmitted,
      statusIs('-2', 'QUEUED'),
      listOf([{ number: '-2', word: 'QUEUED' }]),
    ]);
    expect(await resubmit()).toMatchObject({
      transferId: '75',
      status: 'pending',
      vendorStatus: 'QUEUED (-2)',
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      search(),
      update,
      getStatus,
      search(),
    ]);
  });

  it('makes sure that a number belongs to the domain first', async () => {
    const sent = answerWith([
      statusIs('22', 'CANCELLED'),
      listOf([{ ...failedRow, domain: 'other.co.uk' }]),
      resubmitted,
    ]);
    expect(await errorOf(resubmit('75'))).toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
      effect: 'none',
    });
    expect(sent).toHaveLength(2);
  });

  it('says that it was submitted when how it stands cannot be read', async () => {
    answerWith([
      listOf([failedRow]),
      resubmitted,
      errorBody([['1011150', 'Invalid request IP: 192.0.2.1']]),
    ]);
    expect(await errorOf(resubmit())).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'applied' });
  });

  it('sends nothing without a number', async () => {
    const sent = answerWith([listOf([{ ...failedRow, id: '0' }]), resubmitted]);
    expect(await errorOf(resubmit())).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'none' });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['4019329', 'INVALID_INPUT', 'none'],
    ['2010293', 'INVALID_INPUT', 'none'],
    ['3031510', 'PROVIDER_ERROR', 'unknown'],
    ['5050900', 'PROVIDER_ERROR', 'unknown'],
  ])('turns %s into %s with effect %s', async (number, code, effect) => {
    answerWith([
      listOf([failedRow]),
      errorBody([[number, 'Some words']], '<DomainTransferUpdateStatusResult Resubmit="true" />'),
    ]);
    expect(await errorOf(resubmit())).toMatchObject({ code, effect });
  });

  it('does not take status OK for success, and does not know what a lost answer came to', async () => {
    answerWith([
      listOf([failedRow]),
      okBody('<DomainTransferUpdateStatusResult TransferID="75" Resubmit="false" />'),
    ]);
    expect(await errorOf(resubmit())).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'none' });
    answerWith([listOf([failedRow])]);
    loseAnswer();
    expect(await errorOf(resubmit())).toMatchObject({
      code: 'TRANSPORT_FAILED',
      effect: 'unknown',
    });
  });
});
