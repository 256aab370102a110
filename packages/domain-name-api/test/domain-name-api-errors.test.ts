import { describe, expect, it } from '@jest/globals';
import {
  httpStatuses,
  restCodeEndings,
  restCodePattern,
  restCodes,
} from '../src/domain-name-api-errors.js';
import type { FaultRow } from '../src/faults/fault-row.js';
import { legacyCodes } from '../src/faults/soap-codes.js';
import { textRows } from '../src/faults/text-faults.js';

const allRows: readonly (readonly [string, FaultRow])[] = [
  ...[restCodes, restCodeEndings, httpStatuses, legacyCodes].flatMap((table) =>
    Object.entries(table),
  ),
  ...textRows.map((row) => [row.contains, row] as const),
];

describe('the error table', () => {
  it.each(allRows)('has a sourced row for %s', (_key, row) => {
    expect(row.source).not.toBe('');
    expect(['documented', 'observed', 'assumed']).toContain(row.certainty);
    // A clause for a message: it starts low, except for an abbreviation, and ends without a full stop.
    expect(row.says).toMatch(/^(?:[a-z]|URL|IP)/);
    expect(row.says).not.toMatch(/\.$/);
  });

  it('marks every code of the older interface as assumed', () => {
    for (const row of Object.values(legacyCodes)) expect(row.certainty).toBe('assumed');
  });

  it('holds only codes of the known form', () => {
    for (const code of Object.keys(restCodes)) expect(code).toMatch(restCodePattern);
  });

  it('lets a text exchange 401 and 403 only where it is sourced, and never makes a rate limit of it', () => {
    for (const row of textRows) expect(row.meaning).not.toBe('throttled');
    const movers = textRows.filter(({ movesDoor }) => movesDoor === true);
    expect(movers.map(({ meaning }) => meaning).sort()).toEqual([
      'ip_not_allowed',
      'unknown_account',
    ]);
    for (const row of movers) expect(row.certainty).not.toBe('assumed');
  });

  it('finds texts in lower case', () => {
    for (const { contains } of textRows) expect(contains).toBe(contains.toLowerCase());
  });
});
