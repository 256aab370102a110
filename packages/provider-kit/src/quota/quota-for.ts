import {
  ConfigurationError,
  systemClock,
  type AccountScope,
  type CallContext,
  type InputIssue,
  type QuotaBucket,
  type QuotaLimits,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import { BucketGate } from './bucket-gate.js';
import { emptyBucket } from './bucket-state.js';
import { accountState } from './quota-registry.js';
import type { Quota } from './quota.js';
import { LocalSlots } from './local-slots.js';
import { StoredSlots } from './stored-slots.js';

/** What requests of one connection or another may take longer to arrive than others. */
const START_GUARD_MS = 10;

/**
 * The quota of one account: the same for everything in this process that names the same provider, host and account, other
 * copies of this package included. A clock of one's own makes a quota of its own. With `runtime.quotaStore`, other
 * processes share it.
 *
 * @throws ConfigurationError when limits are impossible, or differ from those that the account already has in this process
 */
export function quotaFor(
  scope: AccountScope,
  limits: QuotaLimits,
  runtime: RegistrarRuntime,
): Quota {
  const faults = faultsOf(limits);
  if (faults.length > 0) throw refuse(scope, faults);

  const clock = runtime.clock ?? systemClock;
  const asText = canonicalText(limits);
  const account = accountState(scope, clock, () => ({
    limits: asText,
    buckets: Object.fromEntries(Object.keys(limits).map((name) => [name, emptyBucket()])),
  }));
  if (account.limits !== asText) {
    const problem = `this process already uses account ${scope.account} at ${scope.host} with other limits`;
    const cure = 'give every registrar of one account the same quota';
    throw refuse(scope, [{ path: 'quota', problem, cure }]);
  }

  const { quotaStore: store } = runtime;
  const { provider, host, account: id } = scope;
  const gates = new Map(
    Object.entries(limits).map(([name, stated]) => {
      const bucket = withGuard(stated);
      const state = account.buckets[name] ?? emptyBucket();
      const key = { provider, host, account: id, bucket: name };
      const slots =
        store === undefined
          ? new LocalSlots(bucket, state, clock)
          : new StoredSlots({ store, key, bucket }, state, clock);
      return [name, new BucketGate(name, stated, state, clock, slots)] as const;
    }),
  );
  const gate = (bucket: string): BucketGate => {
    const found = gates.get(bucket);
    if (found !== undefined) return found;
    const problem = `the adapter asks for bucket "${bucket}", which has no limits`;
    throw refuse(scope, [{ path: `quota.${bucket}`, problem, cure: 'report it to its author' }]);
  };
  const pause = (bucket: string, forMs: number, call: CallContext): void => {
    gate(bucket).pause(forMs, call);
    // Where the store cannot be reached, the next request will say so.
    store?.pause({ provider, host, account: id, bucket }, forMs).catch(() => undefined);
  };
  return {
    // A promise from the start, so that a wrong bucket rejects rather than throws.
    enter: async (bucket, call: CallContext) => gate(bucket).enter(call),
    pause,
    backOff: (bucket, firstMs, call) => {
      const forMs = gate(bucket).backOffMs(firstMs, runtime.random ?? Math.random);
      if (forMs > 0) pause(bucket, forMs, call);
    },
    snapshot: () => Object.fromEntries([...gates].map(([name, each]) => [name, each.snapshot()])),
  };
}

/** The windows as they are kept: a little longer where requests need not arrive in the order in which they start. */
function withGuard(bucket: QuotaBucket): QuotaBucket {
  const { guardMs = bucket.countsFrom === 'start' ? START_GUARD_MS : 0 } = bucket;
  const windows = bucket.windows.map(({ limit, windowMs }) => ({
    limit,
    windowMs: windowMs + guardMs,
  }));
  return { ...bucket, windows };
}

function faultsOf(limits: QuotaLimits): InputIssue[] {
  const faults: InputIssue[] = [];
  for (const [name, { windows, maxConcurrent = 1 }] of Object.entries(limits)) {
    windows.forEach(({ limit, windowMs }, index) => {
      const path = `quota.${name}.windows[${String(index)}]`;
      if (!(Number.isInteger(limit) && limit >= 1))
        faults.push({
          path: `${path}.limit`,
          problem: `is ${limit}, so nothing could ever be sent`,
          cure: 'give a whole number of at least 1',
        });
      if (!(windowMs > 0 && Number.isFinite(windowMs)))
        faults.push({
          path: `${path}.windowMs`,
          problem: `is ${windowMs}`,
          cure: 'give a number of milliseconds above 0',
        });
    });
    if (!(Number.isInteger(maxConcurrent) && maxConcurrent >= 1))
      faults.push({
        path: `quota.${name}.maxConcurrent`,
        problem: `is ${maxConcurrent}, so nothing could ever be sent`,
        cure: 'give a whole number of at least 1, or leave it out',
      });
  }
  return faults;
}

/** Equal for equal limits, in whatever order their fields were written. */
function canonicalText(limits: QuotaLimits): string {
  const rows = Object.entries(limits).map(([name, bucket]) => [
    name,
    bucket.windows.map(({ limit, windowMs }) => [limit, windowMs]),
    bucket.maxConcurrent ?? null,
    bucket.countsFrom,
    bucket.guardMs ?? null,
    bucket.maxWaiting ?? null,
  ]);
  return JSON.stringify(rows.sort(([left], [right]) => (String(left) < String(right) ? -1 : 1)));
}

function refuse(scope: AccountScope, issues: readonly InputIssue[]): ConfigurationError {
  return new ConfigurationError({ provider: scope.provider, operation: 'createRegistrar', issues });
}
