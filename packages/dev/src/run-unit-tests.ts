import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countJestReport, type JestReport } from './jest-report.js';
import type { Counts } from './outcome.js';
import { runScript } from './run-script.mjs';

export async function runUnitTests(): Promise<Counts> {
  const folder = mkdtempSync(path.join(tmpdir(), 'registrar-kit-jest-'));
  const reportFile = path.join(folder, 'report.json');
  try {
    const exitCode = await runScript('test:unit', {
      args: ['--ci', '--json', `--outputFile=${reportFile}`],
      // With --json the report is printed as well; it is read from the file.
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return countJestReport(readReport(reportFile), exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    // Jest ended before it wrote one; its exit code is all there is.
    return undefined;
  }
}
