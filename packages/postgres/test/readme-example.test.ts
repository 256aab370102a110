import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { money } from '@registrar-kit/core';
import { describeWithServer, startPostgres } from '@registrar-kit/dev/test-servers';
import { postgresJournal } from '@registrar-kit/postgres';
import { FakeRegistrar } from '@registrar-kit/testing';

describeWithServer('postgres', 'the example of the README', () => {
  it('does what it says', async () => {
    const server = await startPostgres();
    const { url: connectionString } = server;
    const printed: unknown[] = [];
    const console = { log: (value: unknown) => printed.push(value) };
    // example
    const journal = postgresJournal({
      connectionString,
      spendLimit: { amount: money('500.00', 'USD'), periodMs: 24 * 60 * 60 * 1000 },
    });
    // With a registrar of yours: createRegistrar(config, providers, { journal })
    const registrar = new FakeRegistrar({ runtime: { journal } });
    registrar.seed({ domain: 'own-bakery.com', expiresOn: '2027-03-01' });

    const order = {
      domain: 'own-bakery.com',
      years: 1,
      expectedExpiresOn: '2027-03-01',
      price: { atMost: money('20.00', 'USD') },
    };
    await registrar.renewDomain(order, { idempotencyKey: 'invoice 4711' });
    const again = await registrar.renewDomain(order, { idempotencyKey: 'invoice 4711' });

    console.log(again.replayed); // true: answered from the journal, paid once
    await journal.close();
    // end of the example
    expect(printed).toEqual([true]);
    expect(registrar.world.ledger()).toHaveLength(1);
    await server.destroy();
  }, 60_000);
});

it('is the example of the README', () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const shown = /```ts\n([^]*?)```/.exec(readme)?.[1];
  const run = /\/\/ example\n([^]*?) *\/\/ end of the example/.exec(
    readFileSync(__filename, 'utf8'),
  )?.[1];
  expect(shown).toBe(run?.replaceAll(/^ {4}/gm, ''));
});
