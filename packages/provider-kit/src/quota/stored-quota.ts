import {
  callEnded,
  abortReasonOf,
  RateLimitError,
  type AccountScope,
  type CallContext,
  type Clock,
  type QuotaKey,
  type QuotaLimits,
  type QuotaStore,
  type RegistrarError,
} from '@registrar-kit/core';
import { eventBase } from '../http/event-base.js';
import type { Quota, QuotaPass } from './quota.js';

const SHORTEST_WAIT_MS = 10;

/**
 * A quota that other processes share: a request needs a slot here, which keeps the order of the lanes, and then one of the
 * store. When the store cannot be reached the slot here is enough, and listeners hear of it.
 */
export function storedQuota(
  local: Quota,
  store: QuotaStore,
  { provider, host, account }: AccountScope,
  limits: QuotaLimits,
  clock: Clock,
): Quota {
  const keyOf = (bucket: string): QuotaKey => ({ provider, host, account, bucket });

  async function enter(bucket: string, call: CallContext): Promise<QuotaPass> {
    const pass = await local.enter(bucket, call);
    try {
      const ticket = await admission(bucket, call);
      if (ticket === undefined) return pass;
      return {
        leave: () => {
          pass.leave();
          store.complete(keyOf(bucket), ticket).catch(() => degraded(bucket, call));
        },
      };
    } catch (error) {
      pass.leave();
      throw error;
    }
  }

  /** A ticket of the store; `undefined` when it cannot be reached. */
  async function admission(bucket: string, call: CallContext): Promise<string | undefined> {
    const shared = limits[bucket];
    if (shared === undefined) return undefined;
    let told = false;
    for (;;) {
      const answer = await store.admit(keyOf(bucket), shared).catch(() => undefined);
      if (answer === undefined) {
        degraded(bucket, call);
        return undefined;
      }
      if (answer.admitted) return answer.ticket;
      const waitMs = Math.max(SHORTEST_WAIT_MS, answer.waitMs);
      if (!told)
        call.emit({ ...eventBase(call), type: 'quota.waiting', bucket, lane: call.lane, waitMs });
      told = true;
      await clock.delay(waitMs, call.signal).catch(() => {
        throw gaveUp(bucket, waitMs, call);
      });
    }
  }

  function degraded(bucket: string, call: CallContext): void {
    const note = 'the quota store cannot be reached; requests are counted in this process only';
    call.emit({ ...eventBase(call), type: 'quota.degraded', bucket, note });
  }

  return {
    enter,
    pause: (bucket, forMs, call) => {
      local.pause(bucket, forMs, call);
      store.pause(keyOf(bucket), forMs).catch(() => degraded(bucket, call));
    },
    snapshot: () => local.snapshot(),
  };
}

function gaveUp(bucket: string, retryAfterMs: number, call: CallContext): RegistrarError {
  if (abortReasonOf(call.signal) === 'caller')
    return callEnded(call, 'before the request was sent');
  return new RateLimitError({
    ...call.origin,
    source: 'quota',
    reason: 'unspecified',
    retryAfterMs,
    detail: `the quota of "${bucket}", shared with other processes, is used up, and the deadline of the call came first`,
    causes: ['own_quota_reached'],
  });
}
