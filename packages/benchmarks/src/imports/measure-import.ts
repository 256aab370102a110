import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import type { Figures } from '../benchmark.js';
import { medianOf } from '../measuring/spread.js';

export interface ImportSetting {
  readonly processes: number;
}

const folder = fileURLToPath(new URL('../../', import.meta.url));

/** Imports packages in processes of their own, one after the other, and takes the median. */
export async function measureImport(
  { processes }: ImportSetting,
  packages: readonly string[],
): Promise<Figures> {
  const found: ImportFigures[] = [];
  while (found.length < processes) found.push(await importOnce(packages));
  return {
    cpuMs: medianOf(found.map(({ cpuMs }) => cpuMs)),
    durationMs: medianOf(found.map(({ durationMs }) => durationMs)),
    rssMb: medianOf(found.map(({ rssMb }) => rssMb)),
  };
}

interface ImportFigures {
  readonly cpuMs: number;
  readonly durationMs: number;
  readonly rssMb: number;
}

async function importOnce(packages: readonly string[]): Promise<ImportFigures> {
  const program = `
    const before = { cpu: process.cpuUsage(), rss: process.memoryUsage.rss() };
    const startedAt = performance.now();
    ${packages.map((name) => `await import(${JSON.stringify(name)});`).join('\n')}
    const durationMs = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(before.cpu);
    const rssMb = (process.memoryUsage.rss() - before.rss) / 1e6;
    console.log(JSON.stringify({ cpuMs: (user + system) / 1000, durationMs, rssMb }));
  `;
  const args = ['--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  return JSON.parse(stdout) as ImportFigures;
}

/** Only what was built shows what an import costs. `undefined` where it was. */
export function whyNotBuilt(): string | undefined {
  const isBuilt = existsSync(path.join(folder, '..', 'namecheap', 'dist', 'index.js'));
  return isBuilt ? undefined : 'the packages are not built yet; npm run bench builds them';
}
