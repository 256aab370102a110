import {
  panelNeeds,
  panels,
  panelStates,
  toPanelStatus,
  type DomainStatus,
  type Panel,
  type PanelNeed,
} from '@registrar-kit/core';
import { alignedTable } from './aligned-table.js';

const names = {
  whmcs: 'WHMCS',
  wisecp: 'WiseCP',
  hostbill: 'HostBill',
  blesta: 'Blesta',
  clientexec: 'ClientExec',
  fossbilling: 'FOSSBilling',
  hostfact: 'HostFact',
} as const satisfies Record<Panel, string>;

/** In the order in which the type lists them; none can be left out. */
const statuses = Object.keys({
  active: 1,
  pending: 1,
  transfer_in: 1,
  transfer_out: 1,
  transferred_away: 1,
  transfer_failed: 1,
  on_hold: 1,
  disputed: 1,
  expired: 1,
  redemption: 1,
  restoring: 1,
  deleting: 1,
  deleted: 1,
  unknown: 1,
} satisfies Record<DomainStatus, 1>) as DomainStatus[];

const needs: readonly PanelNeed[] = panelNeeds;
const code = (text: string): string => `\`${text}\``;
const heads = panels.map((panel) => names[panel]);

/** What a module does, which operations carry it out, and what its author must know. */
export function needsTable(): string {
  const rows = needs.map(({ need, operations, know }) => [
    need,
    operations.map(code).join(', '),
    know,
  ]);
  return alignedTable([['Need', 'Operations', 'To know'], ...rows]);
}

/** What the same is called in each panel. */
export function functionsTable(): string {
  const rows = needs.map(({ need, functions }) => [
    need,
    ...panels.map((panel) => (functions[panel] ?? []).map(functionName).join(', ') || '–'),
  ]);
  return alignedTable([['Need', ...heads], ...rows]);
}

/** What `toPanelStatus` answers for a certain result. */
export function statusTable(): string {
  const rows = statuses.map((status) => [
    code(status),
    ...panels.map((panel) => {
      const word = toPanelStatus({ status, certain: true }, panel);
      return word === 'keep' ? 'keep' : code(word);
    }),
  ]);
  return alignedTable([['`syncDomain`', ...heads], ...rows]);
}

/** Where each panel's word goes, and how sure it is that the panel knows it. */
export function statesTable(): string {
  const rows = panels.map((panel) => {
    const { goesTo, words, source } = panelStates[panel];
    const known = Object.entries(words).map(([word, certainty]) => `${code(word)} ${certainty}`);
    return [names[panel], goesTo, known.join(', '), `<${source}>`];
  });
  return alignedTable([['Panel', 'Where the word goes', 'Words', 'Source'], ...rows]);
}

/** What is no function is said in words. */
function functionName(name: string): string {
  return name.includes(' ') ? name : code(name);
}
