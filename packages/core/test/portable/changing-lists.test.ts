import { describe, expect, it } from '@jest/globals';
import {
  PortableRegistrar,
  type DomainName,
  type DomainSummary,
  type RegistrarEvent,
} from '@registrar-kit/core';
import { collect } from '../support/collect.js';
import { scriptedDriver } from '../support/scripted-driver.js';

const pageSize = 100;

/** An account that lists by page number, as Namecheap does, and changes after some pages. */
function setUp(count: number, changes: Record<number, (names: string[]) => void>) {
  const names = Array.from(
    { length: count },
    (_, index) => `d${String(index).padStart(5, '0')}.com`,
  );
  const events: RegistrarEvent[] = [];
  let reads = 0;
  const driver = scriptedDriver({
    listDomains: async ({ cursor }) => {
      const page = Number(cursor ?? '1');
      const rows = names.slice((page - 1) * pageSize, page * pageSize);
      const total = names.length;
      reads += 1;
      changes[reads]?.(names);
      return {
        items: rows.map((name): DomainSummary => {
          const domain = name as DomainName;
          return { domain, unicode: name, status: 'active' };
        }),
        total,
        ...(page * pageSize < total ? { next: String(page + 1) } : {}),
      };
    },
  });
  const onEvent = (event: RegistrarEvent): void => void events.push(event);
  const registrar = new PortableRegistrar(driver, { onEvent });
  const list = async (): Promise<string[]> =>
    (await collect(registrar.listDomains())).map((row) => row.domain);
  return { names, driver, list, drifts: () => events.filter(({ type }) => type === 'drift') };
}

describe('a list of 2,500 domains', () => {
  it('shows each once, a request for each page', async () => {
    const { names, driver, list, drifts } = setUp(2500, {});
    expect(await list()).toEqual(names);
    expect(driver.log).toHaveLength(25);
    expect(drifts()).toEqual([]);
  });

  it('shows nothing twice when rows move to a later page', async () => {
    const { names, list, drifts } = setUp(2500, {
      3: (rows) => rows.unshift('aaa.com'),
    });
    const shown = await list();
    expect(new Set(shown).size).toBe(shown.length);
    expect(new Set(shown)).toEqual(new Set(names));
    expect(drifts()).toEqual([]);
  });

  it('misses nothing when rows move to a page that was read already', async () => {
    const { names, driver, list, drifts } = setUp(2500, {
      3: (rows) => rows.splice(0, 40),
    });
    const shown = await list();
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).toEqual(expect.arrayContaining(names));
    expect(driver.log.length).toBeLessThanOrEqual(50);
    expect(drifts()).toEqual([]);
  });

  it('says so when it changed too often to be shown completely', async () => {
    const drop = (rows: string[]): void => void rows.splice(0, 1);
    const { driver, list, drifts } = setUp(2500, { 3: drop, 30: drop });
    await list();
    expect(driver.log).toHaveLength(50);
    expect(drifts()).toMatchObject([
      { type: 'drift', operation: 'listDomains', path: 'total', target: 'listDomains' },
    ]);
  });
});
