import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('import-names.ts', import.meta.url));

/** How the import ended, and what it said of its progress. */
export interface ImportRun {
  readonly ended: 'finished' | 'killed';
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** Starts the import as a process of its own, and kills it once it has told of so many names. */
export async function runImport(folder: string, killAfter = Infinity): Promise<ImportRun> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    told.push(...chunk.toString().trim().split('\n'));
    // Without a warning: it can tidy up nothing.
    if (Number.parseInt(told.at(-1) ?? '', 10) >= killAfter) child.kill('SIGKILL');
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal === null && code !== 0) throw new Error(`the import ended with ${String(code)}`);
  return {
    ended: signal === 'SIGKILL' ? 'killed' : 'finished',
    first: told[0],
    last: told.at(-1),
  };
}
