import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { ProofTable } from '@registrar-kit/core';
import { domainNameApiProofs } from '@registrar-kit/domain-name-api';
import { namecheapProofs } from '@registrar-kit/namecheap';
import { expectPrinted } from './support/printed-table.js';
import { proofRows, proofTable } from './support/proof-table.js';
import { readLostOrder, type VendorName } from './support/proof/lost-order.js';
import { scenes, type Scene } from './support/proof/scenes.js';

const tables: readonly (readonly [VendorName, ProofTable])[] = [
  ['namecheap', namecheapProofs],
  ['domain-name-api', domainNameApiProofs],
];

test.each(tables)('the README of %s prints what counts as proof', (name, table) => {
  expectPrinted(path.join(__dirname, '../..', name, 'README.md'), 'proofs', proofTable(table));
});

// Every line of the printed tables, in a world where just that has become of an order whose answer was lost.
test.each(tables.flatMap(([vendor, table]) => proofRows(table).map((row) => ({ ...row, vendor }))))(
  '$vendor: after a lost $operation "$shows" makes it $outcome',
  async ({ vendor, operation, name, outcome, reads }) => {
    const scene = (scenes[operation] as Readonly<Record<string, Scene>>)[name];
    if (scene === undefined) throw new Error(`there is no scene for ${operation} ${name}`);
    const reading = await readLostOrder(vendor, operation, scene);
    expect(reading).toEqual({
      state: expect.objectContaining({ status: outcome }) as unknown,
      reads: reads ?? (expect.anything() as unknown),
      executed: 0,
    });
  },
);
