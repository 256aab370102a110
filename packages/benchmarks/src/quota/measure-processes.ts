import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { QuotaWindow } from '@registrar-kit/core';
import { Redis } from 'ioredis';
import type { Figures } from '../benchmark.js';
import { readReport } from './counting-vendor.js';
import { idealSpanMs, unusedPercent } from './ideal-span.js';
import { sharedSchedulers, type SharedName } from './shared-schedulers.js';
import type { SharedJob } from './shared-worker.js';

export interface ProcessesSetting {
  readonly vendorUrl: string;
  readonly redisUrl: string;
  readonly window: QuotaWindow;
  /** Requests of each process, by the kind of load. */
  readonly loads: { readonly even: readonly number[]; readonly uneven: readonly number[] };
}

const program = fileURLToPath(new URL('shared-worker.ts', import.meta.url));

/** Both loads, one after the other, each with new processes. */
export async function measureProcesses(
  setting: ProcessesSetting,
  name: SharedName,
): Promise<Figures> {
  const figures: Record<string, number> = {};
  for (const load of ['even', 'uneven'] as const)
    for (const [figure, value] of Object.entries(await runLoad(setting, name, load)))
      figures[`${load}${figure}`] = value;
  return figures;
}

async function runLoad(
  { vendorUrl, redisUrl, window, loads }: ProcessesSetting,
  name: SharedName,
  load: keyof ProcessesSetting['loads'],
): Promise<{ readonly Unused: number; readonly Over: number; readonly Scripts: number }> {
  const run = `${process.pid}-${load}`;
  const redis = new Redis(redisUrl);
  const children = loads[load].map((calls) => {
    const job: SharedJob = { scheduler: name, redisUrl, vendorUrl, run, window, calls };
    return fork(program, [JSON.stringify(job)], { execArgv: ['--import', 'tsx'] });
  });
  const ended = children.map((child) => once(child, 'close') as Promise<readonly unknown[]>);
  await Promise.all(children.map((child) => once(child, 'message')));
  const before = await scriptsOf(redis);
  for (const child of children) child.send('go');
  for (const [code] of await Promise.all(ended))
    if (code !== 0) throw new Error(`${name}: a process ended with ${String(code)}`);
  const scripts = (await scriptsOf(redis)) - before;
  redis.disconnect();
  const calls = loads[load].reduce((sum, each) => sum + each, 0);
  const { count, spanMs, over } = await readReport(vendorUrl, run, [window]);
  if (count !== calls) throw new Error(`${name}: ${count} of ${calls} requests arrived`);
  const { countsFrom } = sharedSchedulers[name];
  const idealMs = idealSpanMs({ windows: [window], countsFrom }, calls, 5);
  return { Unused: unusedPercent(idealMs, spanMs), Over: over, Scripts: scripts / calls };
}

/** All of them do what they do to Redis in scripts, each of which is one command. */
async function scriptsOf(redis: Redis): Promise<number> {
  const stats = await redis.info('commandstats');
  const calls = [...stats.matchAll(/^cmdstat_(?:evalsha|eval):calls=(\d+)/gm)];
  return calls.reduce((sum, [, count]) => sum + Number(count), 0);
}
