import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { errorStatus, operationNames, pricedOperations } from '@registrar-kit/core';
import { everyError } from './support/every-error.js';
import { aShop, lostAnswer, registration } from './support/purchases.js';
import { buy } from './support/readme-example.js';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

/** The cells of the rows of the table under a heading. */
function tableUnder(heading: string): string[][] {
  const [, section = ''] = readme.split(`\n## ${heading}\n`);
  const [body = ''] = section.split('\n## ');
  const rows = body.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

it('shows a program that is compiled and run here', () => {
  const program = readFileSync(join(__dirname, 'support/readme-example.ts'), 'utf8');
  expect(/```ts\n([\s\S]*?)```/.exec(readme)?.[1]).toBe(program);
});

it('shows a program that buys once, whatever becomes of the answer', async () => {
  const shop = aShop();
  const { domain, contacts } = registration;
  expect(await buy(shop.registrar, domain, contacts, 'order-7')).toBe('example.com is done');
  shop.driver.course = async (_, call) => {
    throw lostAnswer(call);
  };
  expect(await buy(shop.registrar, 'other.com', contacts, 'order-8')).toBe('other.com is unknown');
  expect(shop.driver.count('registerDomain')).toBe(2);
});

it('names every operation once, and which of them are paid', () => {
  const rows = tableUnder('The contract');
  expect(rows.map(([name, , paid]) => [name, paid])).toEqual(
    operationNames.map((name) => [
      `\`${name}\``,
      pricedOperations.some((paid) => paid === name) ? 'P' : '',
    ]),
  );
});

it('names every error with its class and status', () => {
  expect(tableUnder('Errors').map(([code, name, status]) => [code, name, status])).toEqual(
    Object.values(everyError).map((errorOf) => {
      const { code, name } = errorOf();
      return [`\`${code}\``, `\`${name}\``, String(errorStatus[code])];
    }),
  );
});
