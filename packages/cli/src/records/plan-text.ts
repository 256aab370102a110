import { toUnicodeDomain, type DnsRecord, type RecordPlan } from '@registrar-kit/core';
import { wrapText } from '../output/display-width.js';
import { printable } from '../output/printable.js';
import { renderTable, type Column, type TableLayout } from '../output/table.js';
import { recordColumns } from './record-columns.js';

interface Step {
  readonly mark: '+' | '-';
  readonly record: DnsRecord;
}

const columns: readonly Column<Step>[] = [
  { header: '', cell: ({ mark }) => ({ text: mark, style: mark === '+' ? 'green' : 'red' }) },
  ...recordColumns.map((column): Column<Step> => ({
    ...column,
    cell: ({ record }) => column.cell(record),
  })),
];

/** Whether a plan writes anything. */
export function isEmptyPlan({ added, removed }: RecordPlan): boolean {
  return added.length === 0 && removed.length === 0;
}

/** The exact difference that a plan makes, and what its write loses. */
export function planText(plan: RecordPlan, layout: TableLayout): string {
  const { added, removed, kept, losses } = plan;
  const domain = toUnicodeDomain(plan.domain);
  const stay = `${count(kept.length)} ${kept.length === 1 ? 'stays as it is' : 'stay as they are'}`;
  const width = layout.width ?? Infinity;
  if (isEmptyPlan(plan)) return linesOf(`${domain}: nothing to change, ${stay}`, width);
  return [
    linesOf(
      `${domain}: ${count(added.length)} to add, ${count(removed.length)} to remove, ${stay}`,
      width,
    ),
    renderTable(stepsOf(plan), columns, layout),
    ...(losses.length === 0 ? [] : [`${layout.paint('yellow', 'The write also loses:')}\n`]),
    ...losses.map((loss) => linesOf(loss, width, '- ')),
  ].join('');
}

/** Text of any length, the lines that follow set below the first word. */
function linesOf(text: string, width: number, mark = ''): string {
  return wrapText(printable(text), width - mark.length)
    .map((line, index) => `${index === 0 ? mark : ' '.repeat(mark.length)}${line}\n`)
    .join('');
}

/** What belongs together stands together: the old record above the new one. */
function stepsOf({ added, removed }: RecordPlan): readonly Step[] {
  const steps: Step[] = [
    ...removed.map((record): Step => ({ mark: '-', record })),
    ...added.map((record): Step => ({ mark: '+', record })),
  ];
  const placeOf = ({ record: { name, type } }: Step): string => `${name} ${type}`;
  return steps.sort((left, right) => compare(placeOf(left), placeOf(right)));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function count(records: number): string {
  return `${String(records)} ${records === 1 ? 'record' : 'records'}`;
}
