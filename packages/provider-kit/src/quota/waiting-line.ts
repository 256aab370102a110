import type { Lane } from '@registrar-kit/core';
import type { BucketState, Waiter } from './bucket-state.js';

/** Of ten slots that both lanes wait for, `bulk` gets one. */
const INTERACTIVE_IN_A_ROW = 9;

/** Puts a request at the end of its caller's own; in its lane the callers take turns. */
export function join({ waiting }: BucketState, caller: unknown, waiter: Waiter): void {
  const lane = waiting[waiter.call.lane];
  const own = lane.callers.get(caller);
  if (own === undefined) lane.callers.set(caller, [waiter]);
  else own.push(waiter);
  lane.size += 1;
}

/** Takes a request out of the line, wherever it stands. */
export function quit({ waiting }: BucketState, caller: unknown, waiter: Waiter): void {
  const lane = waiting[waiter.call.lane];
  const own = lane.callers.get(caller);
  const position = own?.indexOf(waiter) ?? -1;
  if (own === undefined || position === -1) return;
  own.splice(position, 1);
  lane.size -= 1;
  if (own.length === 0) lane.callers.delete(caller);
}

/** The lane whose turn it is; `undefined` when nobody waits. */
export function nextLane({ waiting, passedOver }: BucketState): Lane | undefined {
  const { interactive, bulk } = waiting;
  if (interactive.size === 0) return bulk.size === 0 ? undefined : 'bulk';
  return bulk.size > 0 && passedOver >= INTERACTIVE_IN_A_ROW ? 'bulk' : 'interactive';
}

/** The request of a lane whose turn it is, taken out of the line. */
export function takeNext(state: BucketState, lane: Lane): Waiter | undefined {
  const { callers } = state.waiting[lane];
  const first = callers.entries().next();
  if (first.done === true) return undefined;
  const [caller, own] = first.value;
  callers.delete(caller);
  const waiter = own.shift();
  if (own.length > 0) callers.set(caller, own);
  state.waiting[lane].size -= 1;
  state.passedOver =
    lane === 'interactive' && state.waiting.bulk.size > 0 ? state.passedOver + 1 : 0;
  return waiter;
}

/** The request that the next slot goes to. */
export function firstWaiter(state: BucketState): Waiter | undefined {
  const lane = nextLane(state);
  const callers = lane && state.waiting[lane].callers.values().next().value;
  return callers?.[0];
}

/** How many requests get a slot before this one, if nobody else comes. */
export function aheadOf({ waiting }: BucketState, caller: unknown, waiter: Waiter): number {
  const before = waiter.call.lane === 'bulk' ? waiting.interactive.size : 0;
  const { callers, size } = waiting[waiter.call.lane];
  const round = callers.get(caller)?.indexOf(waiter) ?? -1;
  if (round === -1) return before + size;
  let ahead = before;
  let passed = false;
  for (const [other, { length }] of callers) {
    if (other === caller) passed = true;
    // In its own round those before it in the circle go first.
    ahead += Math.min(length, passed ? round : round + 1);
  }
  return ahead;
}
