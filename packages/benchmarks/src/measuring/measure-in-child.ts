import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Figures } from '../benchmark.js';

const program = fileURLToPath(new URL('../measure.ts', import.meta.url));
const TIMEOUT_MS = 300_000;

/** Which measurement a process of its own is started for. */
export interface Measurement {
  readonly benchmark: string;
  readonly contender: string;
  readonly setting: unknown;
}

/** Takes one measurement in a fresh process, so that neither what ran before nor what others load can change it. */
export function measureInChild(measurement: Measurement): Promise<Figures> {
  const child = fork(program, [JSON.stringify(measurement)], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    // What a library prints must not mix with the report.
    stdio: ['ignore', 2, 2, 'ipc'],
    timeout: TIMEOUT_MS,
  });
  return new Promise((resolve, reject) => {
    let figures: Figures | undefined;
    child.once('message', (message) => (figures = message as Figures));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0 && figures !== undefined) {
        resolve(figures);
        return;
      }
      const { benchmark, contender } = measurement;
      const end = signal === null ? `exit code ${String(code)}` : `signal ${signal}`;
      reject(new Error(`${benchmark}: measuring ${contender} ended with ${end}`));
    });
  });
}
