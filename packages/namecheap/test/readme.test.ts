import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { volatileJournal, type ContactSet } from '@registrar-kit/core';
import { NamecheapRegistrar, type NamecheapConfig } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { aContactSet, createDemoWorld, serveSimulator } from '@registrar-kit/testing';
import { findFault } from '../src/faults/find-fault.js';

const readme = readFileSync(path.join(__dirname, '..', 'README.md'), 'utf8');

/** The rows of the table that starts with a heading, without the blanks that only align. */
function tableAfter(heading: string): readonly string[] {
  const lines = readme.slice(readme.indexOf(`## ${heading}\n`)).split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start, end).map(squeeze);
}

function squeeze(line: string): string {
  return line.replace(/-+/g, '-').replace(/\s*\|\s*/g, '|');
}

it('names for every error what the table says', () => {
  const rows = tableAfter('Errors').slice(2);
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const [, number = '', code = ''] = row.split('|');
    const becomes = ['domains.create', 'domains.getInfo', 'domains.renew', 'users.getBalances']
      .map((command) => findFault(number, command, ''))
      .filter(({ by }) => by === 'command')
      .map((found) => `\`${found.becomes.code}\``);
    expect(becomes).toContain(code);
  }
});

it('does what its example says', async () => {
  const contacts: ContactSet = aContactSet();
  const simulator = createNamecheapSimulator({ world: createDemoWorld() });
  const served = await serveSimulator(simulator);
  const config = served.config as unknown as NamecheapConfig;
  const printed: unknown[][] = [];
  const console = { log: (...values: unknown[]) => printed.push(values) };
  // example
  const registrar = new NamecheapRegistrar(config, { journal: volatileJournal() });

  const [row] = await registrar.checkAvailability({ domains: ['my-new-bakery.com'] });
  const price = await registrar.quote({ operation: 'registerDomain', domain: 'my-new-bakery.com' });
  console.log(row?.availability, price.price); // available { amount: '10.48', currency: 'USD' }

  const bought = await registrar.registerDomain({
    domain: 'my-new-bakery.com',
    years: 1,
    contacts,
    price,
  });
  console.log(bought.status, bought.charged); // done { amount: '10.4800', currency: 'USD' }
  // end of the example
  await served.close();
  expect(printed).toEqual([
    ['available', { amount: '10.48', currency: 'USD' }],
    ['done', { amount: '10.4800', currency: 'USD' }],
  ]);
});

it('shows the example that is run above', () => {
  const shown = /```ts\n([^]*?)```/
    .exec(readme)?.[1]
    ?.replace(/^import .*\n/gm, '')
    .trim();
  const source = readFileSync(__filename, 'utf8');
  const run = /\/\/ example\n([^]*?) *\/\/ end of the example/.exec(source)?.[1];
  expect(shown).toBe(run?.replace(/^ {2}/gm, '').trim());
});
