import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { money } from '@registrar-kit/core';
import { FakeRegistrar } from '@registrar-kit/testing';

it('does what the README says', async () => {
  const printed: unknown[][] = [];
  const console = { log: (...values: unknown[]) => printed.push(values) };
  // example
  const registrar = new FakeRegistrar();
  registrar.seed({ domain: 'own-bakery.com', expiresOn: '2027-03-01' });
  registrar.world.faults.add({ fault: 'answer-lost-after-commit', operation: 'renewDomain' });

  const renewed = await registrar.renewDomain({
    domain: 'own-bakery.com',
    years: 1,
    expectedExpiresOn: '2027-03-01',
    price: { atMost: money('20.00', 'USD') },
  });

  console.log(renewed.recovered, renewed.expiresOn); // true 2028-03-01
  console.log(registrar.world.ledger().length); // 1: paid once, although the answer was lost
  // end of the example
  expect(printed).toEqual([[true, '2028-03-01'], [1]]);
});

it('is the example of the README', () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const shown = /```ts\n([^]*?)```/.exec(readme)?.[1];
  const run = /\/\/ example\n([^]*?) *\/\/ end of the example/.exec(
    readFileSync(__filename, 'utf8'),
  )?.[1];
  expect(shown).toBe(run?.replaceAll(/^ {2}/gm, ''));
});
