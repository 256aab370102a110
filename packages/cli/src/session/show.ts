import { exitCodes, type ExitCode } from '../exit-codes.js';
import type { Field } from '../output/record.js';
import type { Column } from '../output/table.js';
import type { Marked, Session } from './session.js';

/** Shows one thing that the registrar answered, and whether a simulator gave it. */
export function showRecord<Result extends object>(
  result: Result,
  fieldsOf: (result: Result) => readonly Field[],
  session: Session,
): ExitCode {
  const marked = session.mark(result);
  session.printer.record(marked, [...fieldsOf(result), sourceField(marked.simulated)]);
  return exitCodes.done;
}

/** Shows things of one kind, each with whether a simulator gave it. */
export function showRows<Row extends object>(
  rows: readonly Row[],
  columns: readonly Column<Marked<Row>>[],
  whenNone: string,
  session: Session,
): ExitCode {
  const marked = rows.map((row) => session.mark(row));
  session.printer.rows(marked, columns, whenNone);
  return exitCodes.done;
}

/** The same, where the document for programs holds more than the rows. */
export function showRowsOf<Row extends object>(
  result: object,
  rows: readonly Row[],
  columns: readonly Column<Marked<Row>>[],
  whenNone: string,
  session: Session,
): ExitCode {
  const document = session.mark(result);
  const marked = rows.map((row) => session.mark(row));
  session.printer.rowsOf(document, marked, columns, whenNone);
  return exitCodes.done;
}

/** Marks a result that a simulator gave. */
export function sourceField(simulated: boolean): Field {
  return ['source', simulated ? { text: 'simulated', style: 'dim' } : undefined];
}
