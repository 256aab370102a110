import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { CallContext, QuotaBucket, RegistrarRuntime } from '@registrar-kit/core';
import { quotaFor } from '@registrar-kit/provider-kit';
import type { Scheduler } from './scheduler.js';

/** The quota as an adapter uses it. */
export function createOurScheduler(
  bucket: QuotaBucket,
  runtime: RegistrarRuntime = {},
  account: string = randomUUID(),
): Scheduler {
  const scope = { provider: 'example', host: 'api.example.com', account };
  const quota = quotaFor(scope, { api: bucket }, runtime);
  const { signal } = new AbortController();
  // In a real program each call has one of its own.
  setMaxListeners(0, signal);
  return async (task, lane) => {
    const call: CallContext = {
      origin: { provider: 'example', operation: 'checkAvailability', requestId: lane },
      ...{ signal, lane, retry: 'read', emit: () => undefined },
    };
    const pass = await quota.enter('api', call);
    try {
      return await task(() => pass.sent());
    } finally {
      pass.leave();
    }
  };
}
