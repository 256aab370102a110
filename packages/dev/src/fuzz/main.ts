import { randomInt } from 'node:crypto';
import { readOptions, UsageError, type FuzzOptions } from './options.js';
import type { PartReport } from './part-report.js';
import { memoryLimitMb, runPartInWorkers } from './run-workers.js';
import { toText } from './to-text.js';

try {
  const options = readOptions(process.argv.slice(2), () => randomInt(1, 1_000_000_000));
  const reports: PartReport[] = [];
  for (const part of options.parts) {
    let told = 0;
    const report = await runPartInWorkers(part, options, (done) => {
      if (done - told < 10_000) return;
      told = done;
      console.error(`${part}: ${String(done)} cases`);
    });
    reports.push(withMemoryFailure(report, options));
  }
  const { seed } = options;
  console.log(
    options.json ? JSON.stringify({ seed, parts: reports }, undefined, 2) : toText(seed, reports),
  );
  process.exitCode = reports.some(({ failures }) => failures.length > 0) ? 1 : 0;
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function withMemoryFailure(report: PartReport, { seed, jobs }: FuzzOptions): PartReport {
  const { part, cases, memory, failures } = report;
  if (memory.extra <= memoryLimitMb) return report;
  const findings = [
    `needs ${String(memory.extra)} MB beyond the ${String(memory.before)} MB before`,
  ];
  const among = { cases, jobs };
  const failure = { part, findings, counterexample: undefined, seed, path: '', among };
  return { ...report, failures: [...failures, failure] };
}
