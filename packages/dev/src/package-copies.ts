import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './workspace.mjs';

interface KitBuild {
  quotaFor(
    scope: object,
    limits: object,
    runtime: object,
  ): {
    enter(bucket: string, call: object): Promise<{ leave(): void }>;
    snapshot(): Readonly<Record<string, { readonly running: number }>>;
  };
}

/** A program that loads both builds, as one does whose dependencies differ in format, must have one quota all the same. */
export async function findCopyFaults(): Promise<string[]> {
  const folder = path.join(root, 'packages', 'provider-kit');
  const url = pathToFileURL(path.join(folder, 'dist', 'index.js')).href;
  const imported = (await import(url)) as KitBuild;
  const required = createRequire(path.join(folder, 'package.json'))('./dist/index.cjs') as KitBuild;
  if (imported.quotaFor === required.quotaFor) return ['both formats are one and the same copy'];
  const scope = { provider: 'example', host: 'api.example.com', account: 'two-copies' };
  const limits = { api: { windows: [{ limit: 1, windowMs: 60_000 }], countsFrom: 'completion' } };
  const [first, second] = [imported, required].map((kit) => kit.quotaFor(scope, limits, {}));
  if (first === undefined || second === undefined) return ['there is no quota'];
  const call = {
    origin: { provider: 'example', operation: 'getBalance' },
    signal: new AbortController().signal,
    lane: 'interactive',
    retry: 'read',
    emit: () => undefined,
  };
  const pass = await first.enter('api', call);
  const seen = second.snapshot()['api']?.running;
  pass.leave();
  const rest = second.snapshot()['api']?.running;
  const faults: string[] = [];
  if (seen !== 1) faults.push(`the copy for require does not see what the imported one sends`);
  if (rest !== 0) faults.push('the copy for require does not see that a request has ended');
  try {
    required.quotaFor(scope, { api: { windows: [], countsFrom: 'completion' } }, {});
    faults.push('a second limit for one account was accepted by the other copy');
  } catch {
    // As it should be.
  }
  return faults;
}
