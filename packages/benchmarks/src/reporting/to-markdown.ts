import type { Metric } from '../benchmark.js';
import type { Spread } from '../measuring/spread.js';
import { noise } from '../noise.js';
import type { BenchmarkReport, Report } from './report.js';
import { toTable } from './to-table.js';

/** A report for people, as it stands in the README. */
export function toMarkdown(report: Report): string {
  const { node, platform, cpu, cores, memoryGb } = report.machine;
  const facts = `Node ${node}, ${platform}, ${cpu}, ${cores} ${cores === 1 ? 'core' : 'cores'}, ${memoryGb} GB. Median of ${report.rounds} ${report.rounds === 1 ? 'round' : 'rounds'}, smallest and largest in parentheses.`;
  return [
    report.quick ? `${facts} A quick run on small inputs: the figures mean nothing.` : facts,
    ...report.benchmarks.flatMap(benchmarkText),
  ].join('\n\n');
}

function benchmarkText(report: BenchmarkReport): readonly string[] {
  const { name, title, metrics, subject, peer, contenders, ratios } = report;
  const titleOf = (contender: string): string =>
    contenders.find((each) => each.name === contender)?.title ?? contender;
  const head = [
    '',
    ...contenders.map((contender) => contender.title),
    `ratio to ${titleOf(peer)}`,
    `goal for ${titleOf(subject)}`,
  ];
  const rows = Object.entries(metrics).map(([key, metric]) => [
    `${metric.title}, ${metric.unit}`,
    ...contenders.map(({ figures }) => spreadText(figures[key])),
    spreadText(ratios[key]),
    goalText(metric),
  ]);
  const unrest = Object.entries(noise.metrics).flatMap(([key, metric]) => {
    const spread = report.noise[key];
    return spread === undefined ? [] : `${metric.title} ${spreadText(spread)} ${metric.unit}`;
  });
  return [
    `### \`${name}\``,
    `${sentence(title)}.`,
    toTable([head, ...rows]),
    `Noise of the machine (${noise.title}): ${unrest.join(', ')}.`,
  ];
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function spreadText(spread: Spread | undefined): string {
  return spread === undefined
    ? '–'
    : `${numberText(spread.median)} (${numberText(spread.min)}–${numberText(spread.max)})`;
}

function numberText(figure: number): string {
  if (Math.abs(figure) >= 100) return figure.toFixed(0);
  return figure.toFixed(Math.abs(figure) >= 10 ? 1 : 2);
}

function goalText({ must, aim, mostRatio }: Metric): string {
  const goals = [
    ...(must === undefined ? [] : [`≤ ${must}`]),
    ...(aim === undefined ? [] : [`aim ${aim}`]),
    ...(mostRatio === undefined ? [] : [`ratio ≤ ${mostRatio}`]),
  ];
  return goals.join(', ');
}
