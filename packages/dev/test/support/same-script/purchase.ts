import { operationNames } from '@registrar-kit/core';
import { aContactSet } from '@registrar-kit/testing';
import type { Chapter } from './chapter.js';
import { codeOf } from './story.js';

const wanted = 'quiet-harbour-books.com';

/** From the proof of access to a renewal. Prices, ids and the vendor's dates may rightly differ and are not told. */
export const purchase: Chapter = async ({ registrar, world, story }) => {
  const bought = (): number => world.ledger().length;
  const contacts = aContactSet();

  await story.scene('access', ['verifyAccess', 'getBalance'], async () => {
    const access = await registrar.verifyAccess();
    const { available } = await registrar.getBalance();
    const holdsDollars = available.some(({ currency }) => currency === 'USD');
    return [access.environment, typeof access.account, holdsDollars];
  });

  await story.scene('search', ['checkAvailability'], async () => {
    const rows = await registrar.checkAvailability({
      domains: [
        'openai.com',
        wanted,
        'OpenAI.com.',
        'münchen.de',
        'not a name',
        'harbour.io',
        'toyota.jp',
        `${'a'.repeat(64)}.com`,
        '🦊.com',
      ],
    });
    return rows.map(({ input, domain, availability, reason, premium }) => [
      input,
      domain,
      availability,
      reason,
      premium?.registration?.currency,
    ]);
  });

  const streaming = ['streamAvailability', 'checkAvailability'] as const;
  await story.scene('search, row by row', streaming, async () => {
    const names = Array.from({ length: 55 }, (_, number) => `quiet-harbour-${String(number)}.com`);
    const rows: string[] = [];
    for await (const row of registrar.streamAvailability({ domains: ['openai.com', ...names] }))
      rows.push(`${row.input} ${row.availability}`);
    return rows;
  });

  const quote = await registrar.quote({ operation: 'registerDomain', domain: wanted });
  await story.scene('quote', ['quote'], async () => [
    [quote.operation, quote.domain, quote.years, quote.premium, quote.price.currency],
    await codeOf(registrar.quote({ operation: 'registerDomain', domain: 'openai.com' })),
  ]);

  const order = { domain: wanted, years: 1, contacts, price: quote };
  await story.scene('registrations that must not happen', ['registerDomain'], async () => {
    const at = (amount: string, currency: string) => ({ atMost: { amount, currency } });
    return [
      await codeOf(registrar.registerDomain({ ...order, price: at('0.01', 'USD') })),
      await codeOf(registrar.registerDomain({ ...order, price: at('500', 'EUR') })),
      await codeOf(registrar.registerDomain({ ...order, domain: 'harbour.io', price: 'listed' })),
      (await registrar.registerDomain(order, { dryRun: true })).status,
      bought(),
    ];
  });

  await story.scene('a registration, and its repetition', ['registerDomain'], async () => {
    const result = await registrar.registerDomain(order);
    const again = await registrar.registerDomain(order);
    return [
      [result.status, result.domain, result.years, result.recovered, result.replayed],
      [result.incomplete, result.exceededConsent],
      [again.replayed, again.operation.id === result.operation.id, bought()],
    ];
  });

  await story.scene(
    'a renewal, and one from an old date',
    ['renewDomain', 'getDomain'],
    async () => {
      const before = await registrar.getDomain({ domain: wanted.toUpperCase() });
      const expectedExpiresOn = before.expiresOn ?? '';
      const renewal = { domain: wanted, expectedExpiresOn, price: 'listed' } as const;
      const renewed = await registrar.renewDomain({ ...renewal, years: 1 });
      const refused = await codeOf(registrar.renewDomain({ ...renewal, years: 2 }));
      const after = await registrar.getDomain({ domain: wanted });
      const yearOf = (date = ''): number => Number(date.slice(0, 4));
      return [
        [before.domain, before.status, typeof before.expiresOn],
        [renewed.status, renewed.previousExpiresOn === expectedExpiresOn, refused, bought()],
        yearOf(after.expiresOn) - yearOf(expectedExpiresOn),
      ];
    },
  );

  await story.scene('lists', ['listDomains', 'listTlds', 'getPrices'], async () => {
    const listed: string[] = [];
    for await (const item of registrar.listDomains()) listed.push(item.domain);
    const tlds: string[] = [];
    for await (const item of registrar.listTlds()) tlds.push(item.tld);
    const prices = await registrar.getPrices({ tlds: ['com', 'jp'], operations: ['renewDomain'] });
    return [
      [listed.includes(wanted), new Set(listed).size === listed.length],
      ['com', 'co.uk', 'de'].map((tld) => tlds.includes(tld)),
      [prices.prices.some(({ tld, years }) => tld === 'com' && years === 1), prices.missing],
    ];
  });

  await story.scene('what is wrong', ['getDomain', 'checkAvailability'], async () => [
    await codeOf(registrar.getDomain({ domain: 'not-in-this-account.com' })),
    await codeOf(registrar.getDomain({ domain: 'www.example.com' })),
    await codeOf(registrar.checkAvailability({ domains: [] })),
    operationNames.every((name) => typeof registrar[name] === 'function'),
    registrar.simulated,
  ]);

  await story.scene('extra fields of an ending', ['getTldRequirements'], async () => {
    const { tld, attributes } = await registrar.getTldRequirements({ tld: '.com' });
    return [tld, attributes];
  });
};
