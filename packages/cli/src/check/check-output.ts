import type { OptionValues } from '../arguments/invocation.js';
import type { Printer } from '../output/printer.js';
import { UsageError } from '../usage-error.js';
import type { AnsweredRow } from './answered-row.js';
import { checkColumns, noteOf } from './check-columns.js';
import { csvLine } from './csv-line.js';

/** How the answers are written. */
export type CheckForm = 'table' | 'json' | 'csv' | 'jsonl';

/** Takes the answers one by one. Lines go out as they come; a table and a JSON document need all of them first. */
export interface CheckOutput {
  row(row: AnsweredRow): void;
  end(): void;
}

/** The form that the options ask for. @throws UsageError where they ask for several. */
export function readCheckForm({ json, csv, jsonl }: OptionValues): CheckForm {
  const asked = Object.entries({ json, csv, jsonl }).filter(([, wanted]) => wanted === true);
  const [first, second] = asked.map(([name]) => name);
  if (first !== undefined && second !== undefined)
    throw new UsageError(`--${first} and --${second} exclude each other`, 'give one of them');
  return json === true ? 'json' : csv === true ? 'csv' : jsonl === true ? 'jsonl' : 'table';
}

/** Where the answers go. @param several - whether they come from several accounts, which a table of values then tells */
export function openCheckOutput(form: CheckForm, printer: Printer, several = false): CheckOutput {
  if (form === 'jsonl')
    return { row: (row) => printer.text(`${JSON.stringify(row)}\n`), end: () => undefined };
  if (form === 'csv') {
    const columns = several ? [...csvColumns, registrarColumn] : csvColumns;
    printer.text(csvLine(columns.map(([header]) => header)));
    return {
      row: (row) => printer.text(csvLine(columns.map(([, value]) => value(row)))),
      end: () => undefined,
    };
  }
  const rows: AnsweredRow[] = [];
  return {
    row: (row) => rows.push(row),
    end: () => printer.rows(rows, checkColumns, 'no names'),
  };
}

type CsvColumn = readonly [header: string, value: (row: AnsweredRow) => string];

const registrarColumn: CsvColumn = ['registrar', ({ registrar }) => registrar ?? ''];

const csvColumns: readonly CsvColumn[] = [
  ['input', ({ input }) => input],
  ['domain', ({ domain }) => domain ?? ''],
  ['availability', ({ availability }) => availability],
  ['reason', ({ reason }) => reason ?? ''],
  ['premium', ({ premium }) => (premium === undefined ? 'no' : 'yes')],
  ['registration', ({ premium }) => premium?.registration?.amount ?? ''],
  ['renewal', ({ premium }) => premium?.renewal?.amount ?? ''],
  ['currency', ({ premium }) => (premium?.registration ?? premium?.renewal)?.currency ?? ''],
  ['note', noteOf],
  ['simulated', ({ simulated }) => (simulated ? 'yes' : 'no')],
];
