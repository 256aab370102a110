import type { Figures } from '../benchmark.js';
import { isFree } from './serve-availability.js';

export interface StreamSetting {
  readonly url: string;
  readonly names: number;
  /** From so many names on, memory should not grow. */
  readonly baseline: number;
}

/** Answers for one name after the other. */
export type Stream = (domains: readonly string[]) => AsyncIterable<readonly [string, boolean]>;

/** Reads a stream to its end and keeps nothing; memory is read after a garbage collection, ten times. */
export async function measureStream(
  { names, baseline }: StreamSetting,
  stream: Stream,
): Promise<Figures> {
  const domains = Array.from({ length: names }, (_, index) => `shop-number-${index}.com`);
  const used: NodeJS.MemoryUsage[] = [];
  let read = 0;
  const startedAt = performance.now();
  for await (const [domain, free] of stream(domains)) {
    if (free !== isFree(domain)) throw new Error(`${domain} was answered wrongly`);
    read += 1;
    if (read % baseline !== 0) continue;
    globalThis.gc?.();
    used.push(process.memoryUsage());
  }
  if (read !== names) throw new Error(`${read} of ${names} names were answered`);
  return {
    growthMb: growth(used.map(({ heapUsed }) => heapUsed)),
    growthRssMb: growth(used.map(({ rss }) => rss)),
    durationMs: (performance.now() - startedAt) / (names / 1000),
  };
}

function growth([first = 0, ...later]: readonly number[]): number {
  return Math.max(0, Math.max(...later) - first) / 1e6;
}
