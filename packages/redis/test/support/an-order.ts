import { randomUUID } from 'node:crypto';
import { money, parseDomainName, type JournalEntry } from '@registrar-kit/core';

/** An order with an id, a key and a domain of its own. */
export function anOrder(changes: Partial<JournalEntry> = {}): JournalEntry {
  const id = randomUUID();
  const domain = parseDomainName(`shop-${id}.example`);
  return {
    scope: 'namecheap api.example.com panel',
    key: `caller ${id}`,
    order: id,
    operation: { id, provider: 'namecheap', environment: 'test', kind: 'renewDomain', domain },
    kind: 'renewDomain',
    environment: 'test',
    guard: { years: 1 },
    price: money('10.00', 'USD'),
    startedAt: Date.now(),
    ...changes,
  };
}
