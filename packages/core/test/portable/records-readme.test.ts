import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { aZone } from '../support/a-zone.js';
import { addRecord } from '../support/readme-records-example.js';
import { rejectionOf } from '../support/thrown-by.js';

const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const domain = 'example.com';

it('shows a program that is compiled and run here', () => {
  const program = readFileSync(join(__dirname, '../support/readme-records-example.ts'), 'utf8');
  const [, section = ''] = readme.split('\n## DNS records\n');
  expect(/```ts\n([\s\S]*?)```/.exec(section)?.[1]).toBe(program);
});

it('shows a program that loses no record of others', async () => {
  const shop = aZone([]);
  const names = ['one', 'two', 'three', 'four', 'five'];
  await Promise.all(
    names.map((name) => addRecord(shop.another(), domain, { type: 'A', name, value: '192.0.2.1' })),
  );
  expect(shop.zone.records.map(({ name }) => name).sort()).toEqual([...names].sort());
});

it('shows a program that asks before anything is lost, and tells of others', async () => {
  const record = { type: 'A', name: 'new', value: '192.0.2.1' } as const;
  const shop = aZone([]);
  shop.zone = { records: [], losses: ['the notes are lost'] };
  expect(await rejectionOf(addRecord(shop.registrar, domain, record))).toMatchObject({
    message: 'ask first: the notes are lost',
  });
  shop.zone = { records: [] };
  shop.instead.applyRecords = async () => undefined;
  expect(await rejectionOf(addRecord(shop.registrar, domain, record))).toMatchObject({
    message: 'somebody else wrote the zone meanwhile',
  });
});
