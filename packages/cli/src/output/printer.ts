import type { CommandIo } from '../command-io.js';
import { describeError, errorToJson } from './describe-error.js';
import type { TextLayout } from './describe-finding.js';
import { columnsOf } from './columns-of.js';
import { Progress } from './progress.js';
import { renderRecord, type Field } from './record.js';
import { painterFor } from './style.js';
import { renderTable, type Column, type TableLayout } from './table.js';

/** Results on standard output, for people or for programs; notices and progress on error output. */
export class Printer {
  readonly json: boolean;
  readonly progress: Progress;
  readonly #io: CommandIo;

  constructor(io: CommandIo, json: boolean) {
    this.#io = io;
    this.json = json;
    this.progress = new Progress(io.stderr);
  }

  /** Things of one kind. JSON has every field, a table the columns given. */
  rows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], whenNone: string): void {
    if (this.json) this.document(rows);
    else if (rows.length === 0) this.notice(whenNone);
    else this.#out(renderTable(rows, columns, this.#layout()));
  }

  /** The same, where the document holds more than the rows. */
  rowsOf<Row>(
    document: unknown,
    rows: readonly Row[],
    columns: readonly Column<Row>[],
    whenNone: string,
  ): void {
    if (this.json) this.document(document);
    else this.rows(rows, columns, whenNone);
  }

  /** One thing. */
  record(document: unknown, fields: readonly Field[]): void {
    if (this.json) this.document(document);
    else this.#out(renderRecord(fields, this.#layout()));
  }

  /** Running text about something, at most 100 columns wide; 80 where nobody says how wide. */
  report(document: unknown, describe: (layout: TextLayout) => readonly string[]): void {
    if (this.json) {
      this.document(document);
      return;
    }
    const { width = 80, paint } = this.#layout();
    this.#out(`${describe({ width: Math.min(width, 100), paint }).join('\n')}\n`);
  }

  /** The same in all of the width there is, for text with tables in it. */
  page(document: unknown, render: (layout: TableLayout) => string): void {
    if (this.json) this.document(document);
    else this.#out(render(this.#layout()));
  }

  /** What a person has to see before a question, and is no part of the result. */
  aside(render: (layout: TableLayout) => string): void {
    if (this.json) return;
    const { stderr, env } = this.#io;
    this.progress.clear();
    const width = stderr.isTTY === true ? columnsOf(stderr) : undefined;
    stderr.write(render({ width, paint: painterFor(stderr, env) }));
  }

  /** One JSON document, whatever form was asked for. */
  document(value: unknown, form: 'indented' | 'one-line' = 'indented'): void {
    this.#out(`${form === 'indented' ? JSON.stringify(value, null, 2) : JSON.stringify(value)}\n`);
  }

  /** Text for people that is the result itself, such as help. */
  text(text: string): void {
    this.#out(text);
  }

  /** Something a person should know; never part of the result. */
  notice(text: string): void {
    this.progress.clear();
    this.#io.stderr.write(`${text}\n`);
  }

  /** In JSON an error is the one document; for people it stands on error output. */
  error(
    error: unknown,
    known: {
      readonly configuration?: string | undefined;
      readonly simulated?: boolean;
      /** The command to run next. */
      readonly next?: string | undefined;
    } = {},
  ): void {
    if (this.json) {
      const { simulated = false, next } = known;
      this.document({ ...errorToJson(error), ...(next === undefined ? {} : { next }), simulated });
      return;
    }
    this.progress.clear();
    const { stderr, env } = this.#io;
    const width = Math.min(columnsOf(stderr), 100);
    this.#io.stderr.write(
      describeError(error, {
        width,
        paint: painterFor(stderr, env),
        configuration: known.configuration,
        next: known.next,
      }),
    );
  }

  /** For a command that was ended from outside before anything happened. */
  stopped(simulated: boolean): void {
    const error = { name: 'CancelledError', code: 'CANCELLED', message: 'stopped' };
    if (this.json) this.document({ error, simulated });
    else this.notice('stopped');
  }

  #layout(): TableLayout {
    const { stdout, env } = this.#io;
    return {
      width: stdout.isTTY === true ? columnsOf(stdout) : readColumns(env['COLUMNS']),
      paint: painterFor(stdout, env),
    };
  }

  #out(text: string): void {
    this.progress.clear();
    this.#io.stdout.write(text);
  }
}

/** A width that somebody sets for output which goes to no terminal. */
function readColumns(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{1,4}$/.test(text) ? Number(text) : undefined;
}
