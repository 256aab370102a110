import { describe, expect, it } from '@jest/globals';
import { answerWith, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals } from '../support/test-driver.js';

const balances =
  '<UserGetBalancesResult Currency="USD" AvailableBalance="4932.96" AccountBalance="4932.96" EarnedAmount="381.70" WithdrawableAmount="1243.36" FundsRequiredForAutoRenew="0.00" />';

describe('getBalance', () => {
  it('answers what can be spent', async () => {
    const sent = answerWith([okBody(balances)]);
    const { driver, read } = createTestDriver();
    expect(await driver.getBalance(read('getBalance'))).toEqual({
      available: [{ amount: '4932.96', currency: 'USD' }],
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      globals('namecheap.users.getBalances'),
    ]);
  });

  it('takes dollars where no currency is stated, and says so', async () => {
    answerWith([okBody('<UserGetBalancesResult AvailableBalance="1.00" />')]);
    const { driver, read, events } = createTestDriver();
    expect(await driver.getBalance(read('getBalance'))).toEqual({
      available: [{ amount: '1.00', currency: 'USD' }],
    });
    expect(driftOf(events)).toEqual([
      'UserGetBalancesResult.Currency: no currency is stated; USD is assumed',
    ]);
  });

  it.each([
    ['an amount that is none', '<UserGetBalancesResult Currency="USD" AvailableBalance="1,00" />'],
    ['a missing amount', '<UserGetBalancesResult Currency="USD" />'],
    ['another result', '<SomethingElse />'],
  ])('does not guess at %s', async (_what, result) => {
    answerWith([okBody(result)]);
    const { driver, read } = createTestDriver();
    const error = await errorOf(driver.getBalance(read('getBalance')));
    expect(error).toMatchObject({
      code: 'UNEXPECTED_RESPONSE',
      kind: 'wrong_shape',
      effect: 'none',
    });
  });
});

describe('verifyAccess', () => {
  it('names the account acted upon', async () => {
    const sent = answerWith([okBody(balances)]);
    const { driver, read } = createTestDriver({ userName: 'otheruser' });
    expect(await driver.verifyAccess(read('verifyAccess'))).toEqual({ account: 'otheruser' });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.users.getBalances'), UserName: 'otheruser' },
    ]);
  });
});
