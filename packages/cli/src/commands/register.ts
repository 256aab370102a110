import type { RegisterDomainInput } from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import { connectionOptions } from '../arguments/option-table.js';
import { oneName } from '../input/one-name.js';
import { readContacts } from '../input/read-contacts.js';
import { readNameservers } from '../input/read-nameservers.js';
import { readYears } from '../input/read-numbers.js';
import { readSwitch } from '../input/read-switch.js';
import { journalText, paidOptions, purchaseOptions } from '../paid/paid-options.js';
import { agreeOnPrice, readPricePlan } from '../paid/price-plan.js';
import { nothingBought, showPurchase } from '../paid/show-purchase.js';
import type { Command } from './command.js';

/** `registrar register`. */
export const register: Command = {
  name: 'register',
  summary: 'register a name and pay for it',
  usage: ['register <name> --contacts <file.json> [--years <n>] [--max-price <amount> | --listed]'],
  about: [
    'Charges the account. On a terminal and without a price option it shows the price and asks; elsewhere --max-price or --listed is needed.',
    'The contacts file holds { "registrant": { "firstName", "lastName", "organization" (optional), "email", "phone" (such as +12025550123), "address1", "address2" (optional), "city", "state", "postalCode", "country" (such as US) } }; "admin", "tech" and "billing" are the registrant where they are left out. "tldAttributes" beside them holds the extra fields that some registries want: see registrar requirements.',
    journalText,
  ],
  options: [
    ...connectionOptions,
    'contacts',
    'years',
    'nameservers',
    'privacy',
    'no-privacy',
    'lock',
    'no-lock',
    ...purchaseOptions,
  ],
  examples: [
    'registrar register example.com --contacts contacts.json --dry-run',
    'registrar register example.com --contacts contacts.json --max-price 12.50 --simulate',
    'registrar register example.com --contacts contacts.json --listed --nameservers ns1.example.net,ns2.example.net --privacy --simulate',
  ],
  async run({ words, values }, session) {
    const domain = oneName(words, 'register');
    const plan = readPricePlan(values, session.io);
    const wishes = readWishes(values);
    const years = readYears(values.years);
    const given = await readContacts(values.contacts, session.io);
    const registrar = await session.connect(values['dry-run'] === true ? 'read' : 'purchase', {
      domain,
    });
    const order = { operation: 'registerDomain', domain, years } as const;
    const price = await agreeOnPrice(plan, order, registrar, session);
    if (price === undefined) return nothingBought(session);
    const input: RegisterDomainInput = { domain, years, price, ...given, ...wishes };
    const result = await registrar.registerDomain(input, paidOptions(values, session));
    return showPurchase(result, session);
  },
};

function readWishes(
  values: OptionValues,
): Pick<RegisterDomainInput, 'nameservers' | 'privacy' | 'lock'> {
  const nameservers = readNameservers(values.nameservers ?? []);
  const privacy = readSwitch('privacy', values.privacy, values['no-privacy']);
  const lock = readSwitch('lock', values.lock, values['no-lock']);
  return {
    ...(nameservers.length === 0 ? {} : { nameservers }),
    ...(privacy === undefined ? {} : { privacy }),
    ...(lock === undefined ? {} : { lock }),
  };
}
