import type { QuotaWindow } from '@registrar-kit/core';
import type { Scheduler } from './scheduler.js';

/** How a library shares one limit between processes through Redis. */
export interface SharedKind {
  readonly title: string;
  readonly countsFrom: 'start' | 'completion';
  readonly create: (redisUrl: string, name: string, window: QuotaWindow) => Promise<Scheduler>;
}

export const sharedSchedulers = {
  'registrar-kit': {
    title: 'registrar-kit',
    countsFrom: 'completion',
    create: async (url, name, window) => {
      const { redisQuotaStore } = await import('@registrar-kit/redis');
      const { createOurScheduler } = await import('./our-scheduler.js');
      const quotaStore = redisQuotaStore({ url, prefix: name, whenUnreachable: 'refuse' });
      const bucket = { windows: [window], countsFrom: 'completion' } as const;
      return createOurScheduler(bucket, { quotaStore }, name);
    },
  },
  'rate-limiter-flexible': {
    title: 'rate-limiter-flexible (queue)',
    countsFrom: 'start',
    create: async (url, name, { limit, windowMs }) => {
      const { RateLimiterQueue, RateLimiterRedis } = await import('rate-limiter-flexible');
      const { Redis } = await import('ioredis');
      const limiter = new RateLimiterRedis({
        storeClient: new Redis(url),
        keyPrefix: name,
        points: limit,
        duration: windowMs / 1000,
      });
      const queue = new RateLimiterQueue(limiter);
      return async (task) => {
        await queue.removeTokens(1);
        return task();
      };
    },
  },
  bottleneck: {
    title: 'bottleneck (cluster)',
    countsFrom: 'start',
    create: async (url, name, { limit, windowMs }) => {
      const { default: Bottleneck } = await import('bottleneck');
      const { Redis } = await import('ioredis');
      const connection = new Bottleneck.IORedisConnection({ client: new Redis(url) });
      const limiter = new Bottleneck({
        ...{ id: name, datastore: 'ioredis', connection },
        reservoir: limit,
        reservoirRefreshAmount: limit,
        reservoirRefreshInterval: windowMs,
      });
      await limiter.ready();
      return (task) => limiter.schedule(task);
    },
  },
} as const satisfies Readonly<Record<string, SharedKind>>;

export type SharedName = keyof typeof sharedSchedulers;
