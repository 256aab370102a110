import { readdirSync } from 'node:fs';
import type { Benchmark } from './benchmark.js';
import { noise, noiseName } from './noise.js';

const folder = new URL('benchmarks/', import.meta.url);

/** The names of all benchmarks: the files of their folder. */
export function listBenchmarks(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/** The benchmark of that name, or the noise, which every run measures as well. */
export async function loadBenchmark(name: string): Promise<Benchmark> {
  if (name === noiseName) return noise;
  const module = (await import(new URL(`${name}.ts`, folder).href)) as {
    readonly benchmark: Benchmark;
  };
  return module.benchmark;
}
