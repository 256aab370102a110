import {
  Secret,
  type CallContext,
  type Lane,
  type QuotaBucket,
  type QuotaStore,
} from '@registrar-kit/core';
import { HttpClient, quotaFor } from '@registrar-kit/provider-kit';
import { redisQuotaStore } from '@registrar-kit/redis';

/** What a process is started with. */
export interface QuotaJob {
  readonly name: string;
  readonly redisUrl: string;
  readonly prefix: string;
  readonly leaseMs: number;
  readonly whenUnreachable: QuotaStore['whenUnreachable'];
  readonly vendorUrl: string;
  readonly bucket: QuotaBucket;
}

/** Requests that a process is told to send; all of them at once go into the line. */
export interface QuotaTask {
  readonly count: number;
  readonly lane: Lane;
  readonly timeoutMs: number;
}

/** What a process tells. */
export type QuotaNews =
  | { readonly is: 'ready' }
  | { readonly is: 'waiting'; readonly count: number }
  | { readonly is: 'sent' }
  | { readonly is: 'failed'; readonly code: string; readonly message: string }
  | { readonly is: 'event'; readonly type: string };

const job = JSON.parse(process.argv[2] ?? '') as QuotaJob;
const scope = { provider: 'example', host: 'api.example.com', account: 'shared' };
const quotaStore = redisQuotaStore({
  url: job.redisUrl,
  prefix: job.prefix,
  leaseMs: job.leaseMs,
  whenUnreachable: job.whenUnreachable,
});
const runtime = { quotaStore };
const quota = quotaFor(scope, { api: job.bucket }, runtime);
const baseUrl = new URL(job.vendorUrl);
const client = new HttpClient(
  { provider: 'example', environment: 'test', baseUrl, secrets: [new Secret('CANARY-key')] },
  quota,
  runtime,
);
let calls = 0;

async function send(lane: Lane, timeoutMs: number): Promise<void> {
  calls += 1;
  const call: CallContext = {
    origin: { provider: 'example', operation: 'getBalance', requestId: `${job.name}-${calls}` },
    signal: AbortSignal.timeout(timeoutMs),
    lane,
    retry: 'read',
    emit: ({ type }) => {
      if (type.startsWith('quota.') && type !== 'quota.waiting') tell({ is: 'event', type });
    },
  };
  const url = new URL(baseUrl);
  url.searchParams.set('from', job.name);
  url.searchParams.set('lane', lane);
  const request = { target: 'example', method: 'GET', url, bucket: 'api' } as const;
  try {
    await client.exchange(request, call);
    tell({ is: 'sent' });
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string };
    tell({ is: 'failed', code: code ?? 'none', message });
  }
}

function tell(news: QuotaNews): void {
  process.send?.(news);
}

process.on('message', ({ count, lane, timeoutMs }: QuotaTask) => {
  for (let each = 0; each < count; each += 1) void send(lane, timeoutMs);
  tell({ is: 'waiting', count });
});
process.once('disconnect', () => process.exit(0));
tell({ is: 'ready' });
