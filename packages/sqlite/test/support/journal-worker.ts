import { randomUUID } from 'node:crypto';
import { money, parseDomainName, type JournalEntry } from '@registrar-kit/core';
import { sqliteJournal } from '@registrar-kit/sqlite';

// Begins one order per key and reports each outcome, until it is done or killed.
const [path = '', prefix = '', count = '0'] = process.argv.slice(2);
const journal = sqliteJournal({ path });
for (let index = 0; index < Number(count); index++) {
  const { status } = await journal.begin(anOrder(`${prefix}${index}`));
  process.stdout.write(`${prefix}${index} ${status}\n`);
}
await journal.close();

function anOrder(key: string): JournalEntry {
  const domain = parseDomainName(`shop-${key}.example`);
  return {
    scope: 'race',
    key,
    order: key,
    operation: {
      id: randomUUID(),
      provider: 'namecheap',
      environment: 'test',
      kind: 'renewDomain',
      domain,
    },
    kind: 'renewDomain',
    environment: 'test',
    guard: { years: 1 },
    price: money('10.00', 'USD'),
    startedAt: Date.now(),
  };
}
