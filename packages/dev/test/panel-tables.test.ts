import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { panelNeeds, panels, type Panel, type PanelNeed } from '@registrar-kit/core';
import { functionsTable, needsTable, statesTable, statusTable } from './support/panel-tables.js';

const root = path.join(__dirname, '../../..');
const readme = path.join(root, 'packages/core/README.md');
const reference = path.join(root, '../shared/reference/domain-name-api.md');

// UPDATE_README=1 writes the tables anew.
test.each<[string, () => string]>([
  ['panel-needs', needsTable],
  ['panel-functions', functionsTable],
  ['panel-status', statusTable],
  ['panel-states', statesTable],
])('the README of core prints the table %s as the code has it', (name, table) => {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest] = readFileSync(readme, 'utf8').split(start);
  const [printed, after] = rest?.split(end) ?? [];
  const wanted = `\n\n${table()}\n\n`;
  if (process.env['UPDATE_README'] === '1')
    writeFileSync(readme, [before, start, wanted, end, after].join(''));
  else expect(printed).toBe(wanted);
});

describe('the reference on panels', () => {
  it('lists no function that the table lacks, and the table none beside it', () => {
    if (!existsSync(reference)) {
      // It stands beside a checkout for development only.
      console.log(`not compared: ${reference} is not there`);
      expect(existsSync(reference)).toBe(false);
      return;
    }
    const rows = readReference(readFileSync(reference, 'utf8'));
    expect(rows.size).toBeGreaterThanOrEqual(21);
    const needs: readonly PanelNeed[] = panelNeeds;
    const ours = new Map(
      needs.map(({ need, functions }) => [
        need,
        Object.fromEntries(panels.map((panel) => [panel, functions[panel] ?? []])),
      ]),
    );
    expect(ours).toEqual(rows);
  });

  it.each<[string, readonly string[]]>([
    ['–', []],
    ['getEpp', ['getEpp']],
    ['sync, get_info, isInactive', ['sync', 'get_info', 'isInactive']],
    ['Get/SaveNameservers', ['GetNameservers', 'SaveNameservers']],
    ['getDomainIsLocked, lock/unlockDomain', ['getDomainIsLocked', 'lockDomain', 'unlockDomain']],
    ['GetDNS/SaveDNS (URL/FRAME → forward)', ['GetDNS', 'SaveDNS']],
    ['NsDetails / ModifyDns', ['NsDetails', 'ModifyDns']],
    ['getTransferStatus (empty)', ['getTransferStatus']],
    ['(misused setDomainAutoRenew)', []],
    ['admin/client add fields', ['admin/client add fields']],
  ])('writes functions short: %s', (cell, functions) => {
    expect(functionsOf(cell)).toEqual(functions);
  });
});

/** The functions of each panel for each need, as the table of the reference has them. */
function readReference(text: string): Map<string, Record<string, readonly string[]>> {
  const [, section = ''] = text.split('\n## 7. ');
  const [body = ''] = section.split('\n## ');
  const [head = [], , ...rows] = body
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(head.slice(1).map((name) => name.toLowerCase())).toEqual([...panels]);
  return new Map(
    rows.map(([need = '', ...cells]) => [
      need,
      Object.fromEntries(
        panels.map((panel: Panel, column) => [panel, functionsOf(cells[column] ?? '')]),
      ),
    ]),
  );
}

/** A cell's functions: `Get/SaveNameservers` is two, what stands in brackets is a remark, what has blanks is said in words. */
function functionsOf(cell: string): readonly string[] {
  return cell
    .replace(/\([^)]*\)/g, '')
    .split(/, | \/ /)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && entry !== '–')
    .flatMap((entry) => (entry.includes(' ') ? [entry] : spellOut(entry)));
}

function spellOut(entry: string): readonly string[] {
  const parts = entry.split('/');
  const object = /^(?:[a-z]+|[A-Z][a-z]+)(.*)$/.exec(parts.at(-1) ?? '')?.[1] ?? '';
  // A lone verb takes the object of the last.
  return parts.map((part) =>
    /^[A-Za-z][a-z]+$/.test(part) && parts.length > 1 ? part + object : part,
  );
}
