import { weights } from './likelihood.js';
import { diagnosisRules } from './rules.js';

const columns = ['Cause', 'Weight', 'When', 'Beside'] as const;
/** More causes than this are told in words. */
const CAUSES_SHOWN = 4;

/** The rules of the diagnosis as a Markdown table, aligned as Prettier does it. */
export function rulesTable(): string {
  const rows = diagnosisRules.map(({ cause, weight, when, among }) => [
    `\`${cause}\``,
    `${weight} (${signed(weights[weight])})`,
    when,
    among.length <= CAUSES_SHOWN
      ? among.map((each) => `\`${each}\``).join(', ')
      : `${String(among.length)} causes, such as \`${among[0] ?? ''}\``,
  ]);
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [
    line(columns),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}

function signed(weight: number): string {
  return weight > 0 ? `+${String(weight)}` : String(weight);
}
