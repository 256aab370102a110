import type { SimulatorResponse } from '@registrar-kit/testing';
import { json, refusal } from './vendor-reply.js';

/** A page of a list. The cursor is the name of the last row, so that rows that go meanwhile shift nothing. */
export function pageAfter<Item>(
  query: URLSearchParams,
  items: readonly Item[],
  limit: number,
  nameOf: (item: Item) => string,
  toRow: (item: Item) => object,
): SimulatorResponse {
  const cursor = query.get('after');
  const last = cursor === null ? '' : Buffer.from(cursor, 'base64url').toString('utf8');
  const isName = cursor === null || /^[a-z0-9.-]+$/.test(last);
  if (!isName) return refusal(422, 'HN-201', 'This is no cursor.', 'after');
  const sorted = [...items].sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
  const rest = sorted.filter((item) => nameOf(item) > last);
  const page = rest.slice(0, limit);
  const end = page.at(-1);
  const more = rest.length > page.length && end !== undefined;
  const after = more ? Buffer.from(nameOf(end), 'utf8').toString('base64url') : null;
  return json({ rows: page.map(toRow), after });
}
