import { connectionOptions } from '../arguments/option-table.js';
import { oneName } from '../input/one-name.js';
import { readYears } from '../input/read-numbers.js';
import { readPricedOperation } from '../paid/operation-words.js';
import { compareQuotes } from '../paid/compare-quotes.js';
import { quoteFields } from '../paid/quote-fields.js';
import { showRecord } from '../session/show.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

/** `registrar quote`. */
export const quote: Command = {
  name: 'quote',
  summary: 'the exact price of one order, read now',
  usage: ['quote register|renew|transfer|restore <name> [--years <n>]'],
  about: [
    'Premium and early-access prices and fees are included. Nothing is bought.',
    'Where several registrars are configured and none is named, all that sell the ending are asked: the cheapest comes first in each currency, and currencies are not converted.',
  ],
  options: [...connectionOptions, 'years'],
  examples: ['registrar quote register example.com --years 2', 'registrar quote renew example.com'],
  async run({ words, values }, session) {
    const [typed, ...names] = words;
    if (typed === undefined)
      throw new UsageError(
        'quote needs an operation and a domain name',
        'for example: registrar quote register example.com',
      );
    const operation = readPricedOperation(typed);
    const domain = oneName(names, `quote ${typed}`);
    const years = readYears(values.years);
    const registrars = await session.connectToAll();
    if (registrars !== undefined)
      return compareQuotes({ operation, domain, years }, registrars, session);
    const registrar = await session.connect('read');
    const found = await registrar.quote({ operation, domain, years }, session.callOptions);
    return showRecord(found, quoteFields, session);
  },
};
