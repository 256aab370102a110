import type { Benchmark, Figures, Metric } from '../benchmark.js';
import { medianOf } from '../measuring/spread.js';
import { isFree, serveAvailability } from './serve-availability.js';

/** What the contenders of a check share. */
export interface CheckSetting {
  readonly url: string;
  readonly names: number;
  readonly warmUp: number;
  readonly calls: number;
}

/** Asks about names, and answers which can be registered. */
export type Check = (domains: readonly string[]) => Promise<ReadonlyMap<string, boolean>>;

/** Everything about checking so many names at once but who does it. */
export function checkBenchmark(
  title: string,
  names: number,
): Omit<Benchmark<CheckSetting>, 'contenders'> {
  return {
    title,
    metrics: checkMetrics,
    subject: 'registrar-kit',
    peer: 'by-hand',
    async prepare(quick) {
      const { url, close } = await serveAvailability();
      const calls = names === 1 ? 1000 : 300;
      const amount = quick ? { warmUp: 2, calls: 5 } : { warmUp: calls, calls };
      return { setting: { url, names, ...amount }, close };
    },
  };
}

const checkMetrics: Readonly<Record<string, Metric>> = {
  cpuMs: { title: 'processor time per check', unit: 'ms', mostRatio: 1 },
  durationMs: { title: 'duration per check', unit: 'ms' },
};

const PARTS = 5;

/** One check after the other, in parts, of which the median counts: what the whole process takes, its helper threads included. */
export async function measureChecks(
  { names, warmUp, calls }: CheckSetting,
  check: Check,
): Promise<Figures> {
  let made = 0;
  const run = async (count: number): Promise<void> => {
    for (let call = 0; call < count; call += 1) {
      made += 1;
      const domains = Array.from({ length: names }, (_, index) => `shop-${made}-${index}.com`);
      const found = await check(domains);
      for (const domain of domains)
        if (found.get(domain) !== isFree(domain)) throw new Error(`${domain} was answered wrongly`);
    }
  };
  await run(warmUp);
  const parts: { readonly cpuMs: number; readonly durationMs: number }[] = [];
  const perPart = Math.ceil(calls / PARTS);
  while (parts.length < PARTS) {
    globalThis.gc?.();
    const cpu = process.cpuUsage();
    const startedAt = performance.now();
    await run(perPart);
    const { user, system } = process.cpuUsage(cpu);
    const durationMs = (performance.now() - startedAt) / perPart;
    parts.push({ cpuMs: (user + system) / 1000 / perPart, durationMs });
  }
  return {
    cpuMs: medianOf(parts.map(({ cpuMs }) => cpuMs)),
    durationMs: medianOf(parts.map(({ durationMs }) => durationMs)),
  };
}
