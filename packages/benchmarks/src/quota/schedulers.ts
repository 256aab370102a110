import type { QuotaBucket, QuotaWindow } from '@registrar-kit/core';
import type { SchedulerKind, Task } from './scheduler.js';

/** Everybody who keeps a limit inside one process, with its strictest setting; each is loaded in its own process only. */
export const schedulers = {
  'registrar-kit': ours('registrar-kit', 'completion'),
  'registrar-kit-start': ours('registrar-kit, from the start', 'start'),
  'p-queue': {
    ...foreign('p-queue (strict)'),
    hasLanes: true,
    create: async (windows) => {
      const { default: PQueue } = await import('p-queue');
      const { limit, windowMs } = only(windows);
      const queue = new PQueue({ intervalCap: limit, interval: windowMs, strict: true });
      // What it hands to a task is not for ours.
      return (task, lane) => queue.add(() => task(), { priority: lane === 'interactive' ? 1 : 0 });
    },
  },
  'p-throttle': {
    ...foreign('p-throttle (strict)'),
    create: async (windows) => {
      const { default: pThrottle } = await import('p-throttle');
      const { limit, windowMs } = only(windows);
      const throttle = pThrottle({ limit, interval: windowMs, strict: true });
      return throttle((task: Task) => task());
    },
  },
  bottleneck: {
    ...foreign('bottleneck (reservoir)'),
    hasLanes: true,
    create: async (windows) => {
      const { default: Bottleneck } = await import('bottleneck');
      const { limit, windowMs } = only(windows);
      const limiter = new Bottleneck({
        reservoir: limit,
        reservoirRefreshAmount: limit,
        reservoirRefreshInterval: windowMs,
      });
      return (task, lane) => limiter.schedule({ priority: lane === 'interactive' ? 1 : 5 }, task);
    },
  },
  'rate-limiter-flexible': {
    ...foreign('rate-limiter-flexible (queue)'),
    create: async (windows) => {
      const { RateLimiterMemory, RateLimiterQueue } = await import('rate-limiter-flexible');
      const { limit, windowMs } = only(windows);
      const limiter = new RateLimiterMemory({ points: limit, duration: windowMs / 1000 });
      const queue = new RateLimiterQueue(limiter);
      return async (task) => {
        await queue.removeTokens(1);
        return task();
      };
    },
  },
  'p-ratelimit': {
    ...foreign('p-ratelimit'),
    create: async (windows) => {
      const { pRateLimit } = await import('p-ratelimit');
      const { limit, windowMs } = only(windows);
      const limited = pRateLimit({ interval: windowMs, rate: limit });
      return (task) => limited(task);
    },
  },
} as const satisfies Readonly<Record<string, SchedulerKind>>;

function ours(title: string, countsFrom: QuotaBucket['countsFrom']): SchedulerKind {
  return {
    ...{ title, countsFrom, hasLanes: true, hasNestedWindows: true },
    create: async (windows) => {
      const { createOurScheduler } = await import('./our-scheduler.js');
      return createOurScheduler({ windows, countsFrom });
    },
  };
}

function foreign(title: string): Omit<SchedulerKind, 'create'> {
  return { title, countsFrom: 'start', hasLanes: false, hasNestedWindows: false };
}

function only(windows: readonly QuotaWindow[]): QuotaWindow {
  const [window] = windows;
  if (window === undefined || windows.length > 1) throw new Error('it keeps one window');
  return window;
}
