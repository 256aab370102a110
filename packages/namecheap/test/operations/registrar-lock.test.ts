import { afterEach, describe, expect, it } from '@jest/globals';
import type { LockState } from '@registrar-kit/core';
import nock from 'nock';
import { answerWith, errorBody, loseAnswer, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, errorOf, globals, name } from '../support/test-driver.js';

// Some tests lay out more answers than should be fetched.
afterEach(() => {
  nock.cleanAll();
});

const domain = name('mine.com');

function lockIs(word: string): string {
  return okBody(
    `<DomainGetRegistrarLockResult Domain="mine.com" RegistrarLockStatus="${word}" IsClientUpdateProhibited="false" />`,
  );
}

function setAnswers(success: string): string {
  return okBody(`<DomainSetRegistrarLockResult Domain="mine.com" IsSuccess="${success}" />`);
}

function getLock(): Promise<LockState> {
  const { driver, read } = createTestDriver();
  return driver.getLock(domain, read('getLock', domain));
}

function setLock(locked: boolean): Promise<LockState> {
  const { driver, write } = createTestDriver();
  return driver.setLock({ domain, locked }, write('setLock', domain));
}

const noLock = errorBody(
  [['3031510', 'Failed to get Registrar Lock Status']],
  '<DomainSetRegistrarLockResult Domain="mine.com" IsSuccess="false" RegistrarLockStatus="false" />',
);

describe('getLock', () => {
  it.each([
    ['true', true],
    ['True', true],
    ['false', false],
    ['False', false],
  ])('reads %s', async (word, locked) => {
    const sent = answerWith([lockIs(word)]);
    expect(await getLock()).toEqual({ domain: 'mine.com', locked });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.getRegistrarLock'), DomainName: 'mine.com' },
    ]);
  });

  it('guesses nothing from an answer without the status', async () => {
    answerWith([okBody('<DomainGetRegistrarLockResult Domain="mine.com" />')]);
    expect(await errorOf(getLock())).toMatchObject({ code: 'UNEXPECTED_RESPONSE', effect: 'none' });
  });

  it('tells an ending without a lock from a failure, and asks once', async () => {
    const sent = answerWith([noLock, noLock]);
    const error = await errorOf(getLock());
    expect(error).toMatchObject({
      code: 'UNSUPPORTED_OPERATION',
      reason: expect.stringContaining('such as .de, .eu, .ca and .co.uk have none'),
      retryable: false,
      vendor: { code: '3031510' },
    });
    expect(sent).toHaveLength(1);
  });

  it('asks again after other words beside the same number', async () => {
    const sent = answerWith([
      errorBody([['3031510', 'Error response from provider']]),
      lockIs('true'),
    ]);
    expect(await getLock()).toMatchObject({ locked: true });
    expect(sent).toHaveLength(2);
  });
});

describe('setLock', () => {
  it.each([
    [true, 'LOCK'],
    [false, 'UNLOCK'],
  ])('sets %s by %s and answers what is read back', async (locked, LockAction) => {
    const sent = answerWith([setAnswers('true'), lockIs(String(locked))]);
    expect(await setLock(locked)).toEqual({ domain: 'mine.com', locked });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.setRegistrarLock'), DomainName: 'mine.com', LockAction },
      { ...globals('namecheap.domains.getRegistrarLock'), DomainName: 'mine.com' },
    ]);
  });

  it('answers what stands, even where that is not what was set', async () => {
    answerWith([setAnswers('true'), lockIs('false')]);
    expect(await setLock(true)).toEqual({ domain: 'mine.com', locked: false });
  });

  it('says that the change was made when it cannot be read back, and invents no state', async () => {
    answerWith([setAnswers('true'), errorBody([['2016166', 'Domain is not associated']])]);
    const error = await errorOf(setLock(true));
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'applied', retryable: false });
    expect(error.message).toContain('confirmed the change, but reading it back failed');
  });

  it('says that an ending without a lock was not changed', async () => {
    const sent = answerWith([noLock]);
    expect(await errorOf(setLock(true))).toMatchObject({
      code: 'UNSUPPORTED_OPERATION',
      effect: 'none',
    });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['2015278', 'INVALID_INPUT', 'none'],
    ['2019166', 'DOMAIN_NOT_FOUND', 'none'],
    ['2030166', 'ACCESS_DENIED', 'none'],
    ['3031510', 'PROVIDER_ERROR', 'unknown'],
    ['3050900', 'PROVIDER_ERROR', 'unknown'],
    ['5050900', 'PROVIDER_ERROR', 'unknown'],
  ])('turns %s into %s with effect %s and reads nothing back', async (number, code, effect) => {
    const sent = answerWith([
      errorBody([[number, 'Some words']], '<DomainSetRegistrarLockResult IsSuccess="true" />'),
    ]);
    expect(await errorOf(setLock(true))).toMatchObject({ code, effect });
    expect(sent).toHaveLength(1);
  });

  it('does not take status OK for success, and does not know what a lost answer came to', async () => {
    answerWith([setAnswers('false')]);
    expect(await errorOf(setLock(true))).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'none' });
    answerWith([setAnswers('')]);
    expect(await errorOf(setLock(true))).toMatchObject({
      code: 'UNEXPECTED_RESPONSE',
      effect: 'unknown',
    });
    loseAnswer();
    expect(await errorOf(setLock(true))).toMatchObject({
      code: 'TRANSPORT_FAILED',
      effect: 'unknown',
    });
  });
});
