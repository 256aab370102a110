import { money } from '@registrar-kit/core';
import { amountIn } from '@registrar-kit/testing';
import type { SimulatedCommand } from '../command.js';
import { succeed } from '../command-answer.js';
import { twoDecimals } from '../vendor-text.js';
import { node } from '../xml-writer.js';

export const usersGetBalances: SimulatedCommand = {
  name: 'namecheap.users.getBalances',
  operations: ['getBalance', 'verifyAccess'],
  domains: () => [],
  run: ({ world, caller }) => {
    const balance = amountIn(world.balanceOf(caller.owner.id), 'USD') ?? money('0.00', 'USD');
    return succeed(
      node('UserGetBalancesResult', {
        Currency: 'USD',
        AvailableBalance: twoDecimals(balance),
        AccountBalance: twoDecimals(balance),
        EarnedAmount: '0.00',
        WithdrawableAmount: '0.00',
        FundsRequiredForAutoRenew: '0.00',
      }),
    );
  },
};
