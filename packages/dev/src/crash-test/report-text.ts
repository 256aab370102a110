import { violationKinds } from './judge.js';
import type { CrashReport } from './run-crash-test.js';
import { interrupted } from './strike.js';
import type { Tally } from './tally.js';

const columns: readonly (readonly [title: string, value: (tally: Tally) => number])[] = [
  ['kills', ({ kills }) => kills],
  ['asked', ({ asked }) => asked],
  ['executed', ({ executed }) => executed],
  ['charged', ({ charged }) => charged],
  ['reported done', ({ done }) => done],
  ['reported refused', ({ refused }) => refused],
  ['unknown at first', ({ wasUnknown }) => wasUnknown],
  ['- settled later', ({ settledLater }) => settledLater],
  ['- settled by a person', ({ settledByPeople }) => settledByPeople],
  ['-- who found it executed', ({ foundByPeople }) => foundByPeople],
  ['- still unknown', ({ unknown }) => unknown],
  ...violationKinds.map(
    (kind) => [kind.toUpperCase(), ({ violations }: Tally) => violations[kind]] as const,
  ),
];

/** The figures as a table, one column for each engine and vendor, and what they rest on. */
export function formatReport(report: CrashReport): string {
  const { rows, total, moments, seed, durationMs } = report;
  const heads = [['', ''], ...rows.map(({ engine, vendor }) => [engine, vendor]), ['in all', '']];
  const lines = [
    ...[0, 1].map((line) => heads.map((head) => head[line] ?? '')),
    ...columns.map(([title, value]) => [
      title,
      ...[...rows, total].map((tally) => String(value(tally))),
    ]),
  ];
  const widths = heads.map((_head, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  const table = lines.map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart((widths[column] ?? 0) + 2),
      )
      .join('')
      .trimEnd(),
  );
  const strikes = Object.entries(interrupted).map(([moment, what]) => {
    return `${String(moments.filter((struck) => struck === moment).length)} ${what}`;
  });
  return [
    ...table,
    '',
    `Where the kills struck: ${strikes.join(' · ')}`,
    `${String(total.calls)} calls in ${(durationMs / 1000).toFixed(0)} s, seed ${String(seed)}`,
  ].join('\n');
}

/** The whole story of each order to which something happened that must never happen. */
export function formatViolations({ violations, seed }: CrashReport): string {
  return violations
    .map(({ engine, vendor, episode, order }) =>
      [
        `VIOLATION at ${engine}, ${vendor}, episode ${String(episode)}`,
        ...order.violations.map(({ kind, because }) => `${kind.toUpperCase()}: ${because}`),
        order.story,
        `again: npm run crash-test -- --seed ${String(seed)} --engines ${engine} --vendors ${vendor} --episode ${String(episode)}`,
      ].join('\n'),
    )
    .join('\n\n');
}
