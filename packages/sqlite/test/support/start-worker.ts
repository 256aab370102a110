import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const root = join(__dirname, '..', '..', '..', '..');

export interface Worker {
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  /** Lines printed so far. */
  readonly lines: readonly string[];
  /** Resolves when the process has ended, with what it printed to standard error. */
  readonly ended: Promise<string>;
}

/** Starts a process of its own that uses a journal file. */
export function startWorker(
  name: 'journal-worker' | 'lease-worker',
  ...args: readonly string[]
): Worker {
  const program = join(__dirname, `${name}.ts`);
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json') },
  });
  let printed = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  return {
    process: child,
    get lines() {
      // The last piece may be half a line.
      return printed.split('\n').slice(0, -1);
    },
    ended: once(child, 'close').then(() => complaints),
  };
}
