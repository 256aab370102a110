import type { QuotaBucketState, RegistrarProbe } from '@registrar-kit/core';
import { quotaFor } from '../quota/quota-for.js';
import type { ProbeAccess } from './probe-access.js';

/** How much of the account's quota this process has used, and whether the registrar has asked it to hold still. */
export function quotaProbe<Settings extends object>(access: ProbeAccess<Settings>): RegistrarProbe {
  return {
    id: 'quota',
    title: 'Quota',
    needs: ['configuration'],
    run: (context) => {
      const { scope, limits } = access.quota(access.parseConfig(context.config));
      const state = quotaFor(scope, limits, context.runtime).snapshot();
      const buckets = Object.entries(state);
      const paused = buckets.filter(([, { pausedForMs }]) => pausedForMs > 0);
      const [first] = buckets.flatMap(([name, { used, running }]) =>
        used.slice(0, 1).map((window) => ({
          ...window,
          atOnce: limits[name]?.maxConcurrent ?? Math.max(1, running),
        })),
      );
      return Promise.resolve({
        outcome: paused.length === 0 ? 'passed' : 'noticed',
        checked: 'the quota of the account in this process; other programs are not seen here',
        shows: buckets.map(([name, bucket]) => `${name}: ${described(bucket)}`),
        next: paused.length === 0 ? [] : ['Wait until the pause is over; nothing else is wrong.'],
        ...(first === undefined ? {} : { evidence: { ownRequests: first } }),
      });
    },
  };
}

function described({ used, waiting, pausedForMs }: QuotaBucketState): string {
  const windows = used.map(
    ({ count, limit, windowMs }) => `${String(count)} of ${String(limit)} in ${windowOf(windowMs)}`,
  );
  const queue = waiting.interactive + waiting.bulk;
  return [
    ...windows,
    ...(queue === 0 ? [] : [`${String(queue)} wait`]),
    ...(pausedForMs === 0 ? [] : [`paused for ${String(Math.ceil(pausedForMs / 1000))} s`]),
  ].join(', ');
}

function windowOf(ms: number): string {
  const units = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'min'],
    [1000, 's'],
  ] as const;
  const unit = units.find(([size]) => ms >= size && ms % size === 0);
  return unit === undefined ? `${String(ms)} ms` : `${String(ms / unit[0])} ${unit[1]}`;
}
