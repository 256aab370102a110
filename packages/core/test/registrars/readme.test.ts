import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { createRegistrars, money, volatileJournal, type Registrars } from '@registrar-kit/core';
import { accountProvider } from '../support/account-provider.js';
import { aContact } from '../support/a-contact.js';
import { accept, bestOffer, type Offer } from '../support/readme-registrars-example.js';
import { down, failing, threeAccounts } from '../support/three-accounts.js';
import { rejectionOf } from '../support/thrown-by.js';

const readText = (path: string): string => readFileSync(join(__dirname, path), 'utf8');
const [, section = ''] = readText('../../README.md').split('\n## Several registrars at once\n');
const config = readText('../support/readme-registrars-config.json');

it('shows a program and a configuration that are tried here', () => {
  const program = readText('../support/readme-registrars-example.ts');
  expect(/```ts\n([\s\S]*?)```/.exec(section)?.[1]).toBe(program);
  expect(/```json\n([\s\S]*?)```/.exec(section)?.[1]).toBe(config);
});

it('names every member of the interface', () => {
  const [table = ''] = section.split('\n## ');
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) => {
    const [, calls = ''] = row.split('|');
    return [...calls.matchAll(/`(\w+)/g)].map(([, name]) => name);
  });
  const { registrars } = threeAccounts();
  const members = Object.getOwnPropertyNames(Object.getPrototypeOf(registrars));
  expect(new Set(named)).toEqual(
    new Set([...members.filter((name) => name !== 'constructor'), 'names']),
  );
});

it('shows a configuration whose routes do what the text says', () => {
  const given = JSON.parse(config) as { registrars: Record<string, { provider: string }> };
  // The same names and routes, at providers that take any account.
  const registrars = Object.fromEntries(
    Object.entries(given.registrars).map(([name, { provider }]) => [
      name,
      { provider, account: name, apiKey: 'k' },
    ]),
  );
  const made: Registrars = createRegistrars({ ...given, namecheap: {}, registrars }, [
    accountProvider('namecheap'),
    accountProvider('domain-name-api'),
  ]);
  const sellersOf = (domain: string): readonly string[] => made.routeOf({ domain }).sellers;
  expect(made.names).toEqual(['main', 'second', 'dna']);
  expect(made.forDomain('example.com').scope.account).toBe('second');
  expect(sellersOf('other.com')).toEqual(['main', 'dna']);
  expect(sellersOf('a.co.uk')).toEqual(['dna']);
  expect(sellersOf('a.xxx')).toEqual([]);
  expect(sellersOf('a.de')).toEqual(['main']);
});

it('shows a program that buys where it is cheapest, whoever is down, and once', async () => {
  const shop = threeAccounts(undefined, { journal: volatileJournal() });
  shop.main.price = money('11.00', 'USD');
  shop.second.price = money('0.10', 'TRY');
  const contacts = { registrant: aContact() };
  const offer = await bestOffer(shop.registrars, 'example.com');
  expect(offer).toMatchObject({ registrar: 'dna', quote: { price: money('10.00', 'USD') } });
  const kept = JSON.parse(JSON.stringify(offer)) as Offer;
  const first = await accept(shop.registrars, kept, contacts, 'order-7');
  const again = await accept(shop.registrars, kept, contacts, 'order-7');
  expect(again.operation).toEqual(first.operation);
  expect(shop.dna.count('registerDomain')).toBe(1);

  failing(shop.dna, 'quote', down);
  expect(await bestOffer(shop.registrars, 'other.com')).toMatchObject({ registrar: 'main' });
  failing(shop.main, 'quote', down);
  const reason = expect.stringContaining('it is down');
  expect(await rejectionOf(bestOffer(shop.registrars, 'third.com'))).toMatchObject({
    message: 'nobody sells third.com in USD now',
    cause: [undefined, reason, reason],
  });
});
