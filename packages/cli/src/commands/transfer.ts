import type { TransferDomainInput } from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import { connectionOptions } from '../arguments/option-table.js';
import type { CommandIo } from '../command-io.js';
import { needAuthCode } from '../input/read-auth-code.js';
import { readContacts } from '../input/read-contacts.js';
import { readSwitch } from '../input/read-switch.js';
import { journalText, paidOptions, purchaseOptions } from '../paid/paid-options.js';
import { agreeOnPrice, readPricePlan } from '../paid/price-plan.js';
import { nothingBought, showPurchase } from '../paid/show-purchase.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

/** `registrar transfer`. */
export const transfer: Command = {
  name: 'transfer',
  summary: 'bring a domain here from another registrar and pay for it',
  usage: ['transfer <name> [--auth-code-file <file>] [--max-price <amount> | --listed]'],
  about: [
    'Charges the account. On a terminal and without a price option it shows the price and asks; elsewhere --max-price or --listed is needed.',
    'The auth code comes from --auth-code-file, else from the variable REGISTRAR_AUTH_CODE, else it is asked for without being shown. It is never an argument, which others on the machine could see, and it is never printed.',
    'A transfer takes days: the result is normally pending. registrar transfers <name> tells how it goes on, and registrar operations wait <id> waits for it. Where contacts are given, it depends on the registrar whether they go with the order or are set afterwards.',
    journalText,
  ],
  options: [
    ...connectionOptions,
    'auth-code-file',
    'contacts',
    'privacy',
    'no-privacy',
    ...purchaseOptions,
  ],
  examples: [
    'registrar transfer example.com --dry-run',
    'registrar transfer elsewhere-bakery.com --auth-code-file code.txt --max-price 15 --simulate',
  ],
  async run({ words, values }, session) {
    const domain = onlyTheName(words);
    const plan = readPricePlan(values, session.io);
    const wishes = await readWishes(values, session.io);
    const authCode = await needAuthCode(values, session.io);
    const registrar = await session.connect(values['dry-run'] === true ? 'read' : 'purchase', {
      domain,
    });
    const order = { operation: 'transferDomain', domain, years: 1 } as const;
    const price = await agreeOnPrice(plan, order, registrar, session);
    if (price === undefined) return nothingBought(session);
    const input: TransferDomainInput = { domain, authCode, price, ...wishes };
    const result = await registrar.transferDomain(input, paidOptions(values, session));
    return showPurchase(result, session);
  },
};

/** What follows the name may be the auth code, so that it is not quoted. */
function onlyTheName([domain, extra]: readonly string[]): string {
  if (domain === undefined)
    throw new UsageError(
      'transfer needs a domain name',
      'for example: registrar transfer example.com',
    );
  if (extra !== undefined)
    throw new UsageError(
      'transfer takes one domain name and nothing else',
      'the auth code is never an argument: give --auth-code-file, set REGISTRAR_AUTH_CODE, or be asked for it',
    );
  return domain;
}

async function readWishes(
  values: OptionValues,
  io: CommandIo,
): Promise<Pick<TransferDomainInput, 'contacts' | 'privacy'>> {
  const privacy = readSwitch('privacy', values.privacy, values['no-privacy']);
  if (values.contacts === undefined) return privacy === undefined ? {} : { privacy };
  const { contacts, tldAttributes } = await readContacts(values.contacts, io);
  if (tldAttributes !== undefined)
    throw new UsageError(
      `${values.contacts} holds "tldAttributes", which no transfer takes`,
      'leave them out, and set them afterwards with registrar contacts <name> --set',
    );
  return { contacts, ...(privacy === undefined ? {} : { privacy }) };
}
