import {
  callEnded,
  abortReasonOf,
  RateLimitError,
  type CallContext,
  type QuotaBucket,
  type RegistrarError,
} from '@registrar-kit/core';
import type { BucketState } from './bucket-state.js';
import { bindingWindow } from './rolling-windows.js';

interface Refusal {
  readonly bucketName: string;
  readonly bucket: QuotaBucket;
  readonly state: BucketState;
  readonly now: number;
  /** It stood in the queue, rather than coming with a call that was over already. */
  readonly waited: boolean;
  readonly estimateMs: number;
}

/** The error of a call that ended before it got its slot. Nothing was sent. */
export function quotaRefusal(call: CallContext, refusal: Refusal): RegistrarError {
  const { bucketName, bucket, state, now, waited, estimateMs } = refusal;
  const byCaller = abortReasonOf(call.signal) === 'caller';
  if (byCaller || (!waited && estimateMs <= 0))
    return callEnded(call, 'before the request was sent');
  const binding = bindingWindow(state, bucket, now);
  const retryAfterMs = Math.ceil(estimateMs);
  return new RateLimitError({
    ...call.origin,
    source: 'quota',
    reason: binding?.reason ?? 'unspecified',
    retryAfterMs,
    detail: `${because()}, and the deadline of the call came first; try again in ${retryAfterMs} ms, raise the deadline, or raise quota.${bucketName} in the configuration if the registrar grants more`,
    causes: ['own_quota_reached'],
  });

  function because(): string {
    if (state.pausedUntil > now)
      return `requests of "${bucketName}" are paused because the registrar refused one`;
    if (binding === undefined) return `other requests of "${bucketName}" go first`;
    const { limit, windowMs } = binding.window;
    return `our own quota of ${limit} requests in ${windowMs} ms for "${bucketName}" is used up`;
  }
}

/** The error of a call that finds the queue full. Nothing was sent. */
export function queueFull(
  call: CallContext,
  bucketName: string,
  maxWaiting: number,
  estimateMs: number,
): RegistrarError {
  const retryAfterMs = Math.ceil(estimateMs);
  return new RateLimitError({
    ...call.origin,
    source: 'quota',
    reason: 'unspecified',
    retryAfterMs,
    detail: `${maxWaiting} requests wait for "${bucketName}" in lane "${call.lane}" already; ask for less at once, or raise quota.${bucketName}.maxWaiting in the configuration`,
    causes: ['own_quota_reached'],
  });
}

/** The error of a call that cannot be counted, where the configuration wants none sent uncounted. Nothing was sent. */
export function storeUnreachable(
  call: CallContext,
  bucketName: string,
  retryAfterMs: number,
): RegistrarError {
  return new RateLimitError({
    ...call.origin,
    source: 'quota',
    reason: 'unspecified',
    retryAfterMs,
    detail: `the store that shares the quota of "${bucketName}" cannot be reached, and it is set to refuse requests then; bring it back, or set whenUnreachable to a share of the limits`,
    causes: ['quota_store_unreachable'],
  });
}
