import { inspect } from 'node:util';
import type { FuzzFailure } from './fuzz-failure.js';
import { repliesPerInput } from './options.js';
import type { PartReport } from './part-report.js';

/** A report for people. */
export function toText(seed: number, parts: readonly PartReport[]): string {
  const lines = [`seed ${String(seed)}`];
  for (const part of parts) {
    const { cases, spoiltReplies, outcomes, slowest, seconds, memory, failures } = part;
    const spoilt = spoiltReplies === 0 ? '' : `, ${grouped(spoiltReplies)} spoilt replies`;
    lines.push('', `${part.part}: ${grouped(cases)} cases${spoilt}, ${String(seconds)} s`);
    lines.push(
      `memory: ${String(memory.extra)} MB beyond the ${String(memory.before)} MB before the first case`,
    );
    lines.push(`all: ${counted(sumOf(outcomes))}`);
    for (const subject of Object.keys(outcomes).sort())
      lines.push(`  ${subject}: ${counted(outcomes[subject] ?? {})}`);
    lines.push('slowest:');
    for (const { cpuMs, bytes, what } of slowest) {
      const size = bytes === 0 ? '' : `, ${grouped(bytes)} bytes`;
      lines.push(`  ${cpuMs.toFixed(0)} ms of CPU${size}: ${what}`);
    }
    for (const failure of failures) lines.push('', ...toLines(failure));
    lines.push(failures.length === 0 ? 'nothing found' : `${String(failures.length)} found`);
  }
  return lines.join('\n');
}

function toLines(failure: FuzzFailure): readonly string[] {
  const { part, findings, counterexample, seed } = failure;
  const rest = findings.length - 5;
  return [
    `FOUND in ${part}:`,
    ...findings.slice(0, 5).map((finding) => `  ${finding}`),
    ...(rest > 0 ? [`  and ${String(rest)} more`] : []),
    ...(counterexample === undefined
      ? []
      : [`smallest case: ${inspect(counterexample, { depth: 8, maxStringLength: 500 })}`]),
    `again: npm run fuzz -- --part ${part} --seed ${String(seed)}${whichOf(failure)}`,
  ];
}

function whichOf({ part, path, among }: FuzzFailure): string {
  if (path !== '') return ` --path ${path}`;
  if (among === undefined) return '';
  const runs = part === 'inputs' ? among.cases * repliesPerInput : among.cases;
  return ` --runs ${String(runs)} --jobs ${String(among.jobs)}`;
}

function sumOf(outcomes: PartReport['outcomes']): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {};
  for (const row of Object.values(outcomes))
    for (const [outcome, count] of Object.entries(row)) sum[outcome] = (sum[outcome] ?? 0) + count;
  return sum;
}

function counted(row: Readonly<Record<string, number>>): string {
  return Object.entries(row)
    .sort(([, left], [, right]) => right - left)
    .map(([outcome, count]) => `${outcome} ${grouped(count)}`)
    .join(', ');
}

function grouped(number: number): string {
  return number.toLocaleString('en');
}
