import {
  InvalidDomainStateError,
  readCalendarDate,
  toUnicodeDomain,
  type Registrar,
  type RenewDomainInput,
} from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { oneName } from '../input/one-name.js';
import { readYears } from '../input/read-numbers.js';
import { journalText, paidOptions, purchaseOptions } from '../paid/paid-options.js';
import { agreeOnPrice, readPricePlan } from '../paid/price-plan.js';
import { nothingBought, showPurchase } from '../paid/show-purchase.js';
import type { Session } from '../session/session.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

/** `registrar renew`. */
export const renew: Command = {
  name: 'renew',
  summary: 'renew a domain and pay for it',
  usage: ['renew <name> [--years <n>] [--expires <YYYY-MM-DD>] [--max-price <amount> | --listed]'],
  about: [
    'Charges the account. On a terminal and without a price option it shows the price and asks; elsewhere --max-price or --listed is needed.',
    'With --expires a domain that was renewed meanwhile is not renewed again; use it in scripts, where a command may run twice. Without it the expiry is read and shown first.',
    journalText,
  ],
  options: [...connectionOptions, 'years', 'expires', ...purchaseOptions],
  examples: [
    'registrar renew example.com --dry-run',
    'registrar renew demo-bakery.com --expires 2027-03-01 --max-price 20 --simulate',
  ],
  async run({ words, values }, session) {
    const domain = oneName(words, 'renew');
    const plan = readPricePlan(values, session.io);
    const years = readYears(values.years);
    const expires = readExpiry(values.expires);
    const registrar = await session.connect(values['dry-run'] === true ? 'read' : 'purchase', {
      domain,
    });
    const expectedExpiresOn = expires ?? (await readExpiryNow(domain, registrar, session));
    const order = { operation: 'renewDomain', domain, years } as const;
    const price = await agreeOnPrice(plan, order, registrar, session);
    if (price === undefined) return nothingBought(session);
    const input: RenewDomainInput = { domain, years, expectedExpiresOn, price };
    const result = await registrar.renewDomain(input, paidOptions(values, session));
    return showPurchase(result, session);
  },
};

function readExpiry(text: string | undefined): string | undefined {
  if (text === undefined || readCalendarDate(text) !== undefined) return text;
  throw new UsageError(`--expires is "${text}"`, 'give an existing day as YYYY-MM-DD');
}

async function readExpiryNow(
  domain: string,
  registrar: Registrar,
  session: Session,
): Promise<string> {
  const found = await registrar.getDomain({ domain }, session.callOptions);
  if (found.expiresOn === undefined) {
    throw new InvalidDomainStateError({
      provider: registrar.provider,
      environment: registrar.environment,
      operation: 'renewDomain',
      domain: found.domain,
      detail: 'the registrar does not state when the domain expires; give it with --expires',
      state: found.status,
    });
  }
  session.printer.notice(`${toUnicodeDomain(found.domain)} expires on ${found.expiresOn}`);
  return found.expiresOn;
}
