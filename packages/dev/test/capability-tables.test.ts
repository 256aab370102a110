import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, test } from '@jest/globals';
import type { CapabilityTable } from '@registrar-kit/core';
import { domainNameApiCapabilities } from '@registrar-kit/domain-name-api';
import { namecheapCapabilities } from '@registrar-kit/namecheap';
import { fakeCapabilities } from '@registrar-kit/testing';
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

test.each<[string, CapabilityTable]>([
  ['namecheap', namecheapCapabilities],
  ['domain-name-api', domainNameApiCapabilities],
])('the README of %s prints the capabilities as they are', (name, capabilities) => {
  expectPrinted(path.join(packages, name, 'README.md'), capabilityTable(capabilities));
});

it('the first README prints who can do what', () => {
  const overview = supportOverview({
    Namecheap: namecheapCapabilities,
    'Domain Name API': domainNameApiCapabilities,
    FakeRegistrar: fakeCapabilities,
  });
  expectPrinted(path.join(packages, '../README.md'), overview);
});
