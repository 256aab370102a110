import { stdout } from 'node:process';

const width = 80;
const coloured = stdout.isTTY && process.env['NO_COLOR'] === undefined;

/** Prints for a person: 80 columns, colours only on a terminal. */
export const report = {
  title(text: string): void {
    print('', style(1, text), '='.repeat(text.length));
  },
  heading(text: string): void {
    print('', style(1, text), '-'.repeat(Math.min(width, text.length)));
  },
  line(text = ''): void {
    for (const piece of wrap(text, width)) print(piece);
  },
  /** A step of the job: what was done, and what came of it. */
  step(what: string, outcome: string): void {
    const [first = '', ...rest] = wrap(outcome, width - 20);
    print(
      `  ${style(36, what.padEnd(16))}  ${first}`,
      ...rest.map((piece) => ' '.repeat(20) + piece),
    );
  },
  /** Time that a step spent, below it. */
  note(text: string): void {
    for (const piece of wrap(text, width - 20)) print(' '.repeat(20) + style(2, piece));
  },
  sideBySide(left: readonly string[], right: readonly string[]): void {
    const column = (width - 3) / 2;
    const [a, b] = [left, right].map((lines) =>
      lines.flatMap((line) => wrap(line, Math.floor(column))),
    ) as [string[], string[]];
    for (let row = 0; row < Math.max(a.length, b.length); row += 1) {
      print(`${(a[row] ?? '').padEnd(Math.floor(column))} | ${b[row] ?? ''}`.trimEnd());
    }
  },
};

/** Breaks at blanks, keeping the indent of the line; a word that is too long stands alone. */
function wrap(text: string, columns: number): string[] {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = indent;
  for (const word of text.trim().split(/ +/)) {
    const next = line.trim() === '' ? line + word : `${line} ${word}`;
    if (next.length > columns && line.trim() !== '') {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else {
      line = next;
    }
  }
  return [...lines, line];
}

function style(code: number, text: string): string {
  return coloured ? `\u001b[${String(code)}m${text}\u001b[0m` : text;
}

function print(...lines: readonly string[]): void {
  for (const line of lines) stdout.write(`${line}\n`);
}
