import { listBenchmarks, loadBenchmark } from './list-benchmarks.js';
import { runBenchmark } from './measuring/run-benchmark.js';
import { readOptions, UsageError } from './options.js';
import { machineFacts } from './reporting/machine-facts.js';
import type { BenchmarkReport, Report } from './reporting/report.js';
import { toMarkdown } from './reporting/to-markdown.js';
import { updateReadme } from './reporting/update-readme.js';

try {
  const known = listBenchmarks();
  const { names, rounds, quick, json, readme } = readOptions(process.argv.slice(2), known);
  const benchmarks: BenchmarkReport[] = [];
  const onProgress = (text: string): void => console.error(text);
  for (const name of names) {
    const reason = (await loadBenchmark(name)).unavailable?.();
    if (reason === undefined)
      benchmarks.push(await runBenchmark(name, { rounds, quick, onProgress }));
    else if (readme) throw new Error(`${name} cannot be measured here: ${reason}`);
    else onProgress(`${name} is left out: ${reason}`);
  }
  const report: Report = { machine: machineFacts(), rounds, quick, benchmarks };
  console.log(json ? JSON.stringify(report, undefined, 2) : toMarkdown(report));
  if (readme) updateReadme(toMarkdown(report));
} catch (error) {
  const isUsage = error instanceof UsageError;
  console.error(isUsage ? error.message : error);
  process.exitCode = isUsage ? 2 : 1;
}
