import type { RestoreDomainInput } from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { oneName } from '../input/one-name.js';
import { journalText, orderOptions, paidOptions } from '../paid/paid-options.js';
import { agreeOnAmount, readAmountPlan } from '../paid/price-plan.js';
import { nothingBought, showPurchase } from '../paid/show-purchase.js';
import type { Command } from './command.js';

/** `registrar restore`. */
export const restore: Command = {
  name: 'restore',
  summary: 'bring an expired domain back and pay for it',
  usage: ['restore <name> [--max-price <amount>]'],
  about: [
    'Charges the account, normally far more than a renewal does. On a terminal and without --max-price it shows the price and asks; elsewhere --max-price is needed. A restore has no standard price that could be agreed to with --listed.',
    'A domain that has not expired is not restored: registrar renew extends it. registrar show tells how it stands.',
    journalText,
  ],
  options: [...connectionOptions, ...orderOptions],
  examples: [
    'registrar restore demo-later.net --dry-run',
    'registrar restore demo-later.net --max-price 300 --simulate',
  ],
  async run({ words, values }, session) {
    const domain = oneName(words, 'restore');
    const plan = readAmountPlan(values, session.io);
    const registrar = await session.connect(values['dry-run'] === true ? 'read' : 'purchase', {
      domain,
    });
    const order = { operation: 'restoreDomain', domain, years: 1 } as const;
    const price = await agreeOnAmount(plan, order, registrar, session);
    if (price === undefined) return nothingBought(session);
    const input: RestoreDomainInput = { domain, price };
    const result = await registrar.restoreDomain(input, paidOptions(values, session));
    return showPurchase(result, session);
  },
};
