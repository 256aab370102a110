import {
  createRegistrars,
  formatMoney,
  toUnicodeDomain,
  volatileJournal,
  type Registrars,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { namecheap } from '@registrar-kit/namecheap';
import { aContactSet } from '@registrar-kit/testing';
import { simulateVendors } from './simulated-vendors.js';

const names = ['openai.com', 'harbour-lights.com', 'harbour-lights.co.uk', 'kuzey-ışığı.com.tr'];
const wanted = 'harbour-lights.com';

const heading = (text: string): void => console.log(`\n# ${text}`);
const row = (...cells: readonly string[]): void =>
  console.log(
    cells
      .map((cell) => cell.padEnd(24))
      .join('')
      .trimEnd(),
  );

async function search(registrars: Registrars): Promise<void> {
  for (const answer of await registrars.checkAvailability({ domains: names })) {
    const { domain, input, availability, registrar = 'nobody', error, alsoAsked = [] } = answer;
    const silent = alsoAsked.map((each) => `${each.registrar}: ${each.error?.code ?? each.reason}`);
    const because = error === undefined ? silent : [error.code, ...silent];
    row(domain === null ? input : toUnicodeDomain(domain), availability, registrar, ...because);
  }
}

const vendors = await simulateVendors();
try {
  const registrars = createRegistrars(vendors.config, [namecheap, domainNameApi], {
    // In memory will do for a demonstration; where money is real, use a durable journal.
    journal: volatileJournal(),
  });

  heading('Who sells what, and who answered');
  await search(registrars);

  heading(`What ${wanted} costs for two years`);
  const order = { operation: 'registerDomain', domain: wanted, years: 2 } as const;
  const { rows, cheapest } = await registrars.quote(order);
  for (const { registrar, quote, error } of rows)
    row(registrar, quote === undefined ? error.code : formatMoney(quote.price));
  row('cheapest', ...cheapest.map((each) => `${each.registrars.join(', ')} in ${each.currency}`));

  heading('Bought where it is cheapest');
  const [best] = rows;
  if (best?.quote === undefined) throw new Error('nobody can sell it', { cause: best?.error });
  const { quote } = best;
  const contacts = aContactSet();
  const bought = await registrars
    .get(best.registrar)
    .registerDomain(
      { domain: wanted, years: quote.years, contacts, price: quote },
      { idempotencyKey: 'order 1' },
    );
  row(bought.domain, bought.status, best.registrar);
  vendors.publish(bought.domain);

  heading('Where domains are');
  for (const domain of [wanted, 'demo-bakery.com', 'nobodys-bakery.com']) {
    const { heldBy, complete } = await registrars.locateDomain({ domain });
    row(domain, heldBy.join(', ') || 'in none', complete ? 'all were asked' : 'not all were asked');
  }

  heading('The same search with dna down');
  vendors.breakDown();
  await search(registrars);
} finally {
  await vendors.close();
}
