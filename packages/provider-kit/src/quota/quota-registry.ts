import { systemClock, type AccountScope, type Clock } from '@registrar-kit/core';
import type { BucketState } from './bucket-state.js';

/** What all quotas of one account in this process share. */
export interface AccountState {
  /** The limits as text, to notice that somebody brings others. */
  readonly limits: string;
  readonly buckets: Readonly<Record<string, BucketState>>;
}

/** One per process, whatever copies of this package are loaded. */
interface QuotaRegistry {
  readonly system: Map<string, AccountState>;
  readonly byClock: WeakMap<Clock, Map<string, AccountState>>;
}

const registrySymbol = Symbol.for('registrar-kit.quota.v2');

/**
 * The state of an account, made by `create` for the first who asks. Time must mean the same to all who share it, so a clock
 * other than the machine's has accounts of its own.
 */
export function accountState(
  scope: AccountScope,
  clock: Clock,
  create: () => AccountState,
): AccountState {
  const accounts = accountsOf(clock);
  const key = JSON.stringify([scope.provider, scope.host, scope.account]);
  const existing = accounts.get(key);
  if (existing !== undefined) return existing;
  const created = create();
  accounts.set(key, created);
  return created;
}

function accountsOf(clock: Clock): Map<string, AccountState> {
  const registry = theRegistry();
  // Each copy of core has a systemClock of its own, and all of them tell the same time.
  if (clock === systemClock) return registry.system;
  const existing = registry.byClock.get(clock);
  if (existing !== undefined) return existing;
  const created = new Map<string, AccountState>();
  registry.byClock.set(clock, created);
  return created;
}

function theRegistry(): QuotaRegistry {
  const existing = Reflect.get(globalThis, registrySymbol) as QuotaRegistry | undefined;
  if (existing !== undefined) return existing;
  const created: QuotaRegistry = { system: new Map(), byClock: new WeakMap() };
  Reflect.set(globalThis, registrySymbol, created);
  return created;
}
