import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, test } from '@jest/globals';
import { domainNameApiCapabilities } from '@registrar-kit/domain-name-api';
import { namecheapCapabilities } from '@registrar-kit/namecheap';
import { fakeCapabilities } from '@registrar-kit/testing';
import { adapters } from './support/adapters.js';
import { capabilityTable } from './support/capability-table.js';
import { supportOverview } from './support/support-overview.js';

const [start, end] = ['<!-- capabilities -->', '<!-- /capabilities -->'];
const packages = path.join(__dirname, '../..');

// UPDATE_README=1 writes the tables anew.
function expectPrinted(readme: string, table: string): void {
  const [before, rest] = readFileSync(readme, 'utf8').split(start);
  const [printed, after] = rest?.split(end) ?? [];
  const wanted = `\n\n${table}\n\n`;
  if (process.env['UPDATE_README'] === '1')
    writeFileSync(readme, [before, start, wanted, end, after].join(''));
  else expect(printed).toBe(wanted);
}

test.each(adapters.map((adapter) => [adapter.provider.id, adapter] as const))(
  'the README of %s prints the capabilities as they are',
  (_id, { folder, provider }) => {
    expectPrinted(path.join(folder, 'README.md'), capabilityTable(provider.capabilities));
  },
);

it('the first README prints who can do what', () => {
  const overview = supportOverview({
    Namecheap: namecheapCapabilities,
    'Domain Name API': domainNameApiCapabilities,
    FakeRegistrar: fakeCapabilities,
  });
  expectPrinted(path.join(packages, '../README.md'), overview);
});
