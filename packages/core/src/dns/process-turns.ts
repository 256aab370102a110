import type { CallContext } from '../driver/call-context.js';
import { callEnded } from '../driver/call-ended.js';

/** By key, what the next in line waits for. It never rejects. */
type Turns = Map<string, Promise<void>>;

// One per process, whatever copies of this package are loaded.
const turnsSymbol = Symbol.for('registrar-kit.zones.v1');

/** Runs work when all work begun earlier under the same key in this process has ended. Waiting ends with the call. */
export async function inProcessTurn<Result>(
  key: string,
  call: CallContext,
  work: () => Promise<Result>,
): Promise<Result> {
  const turns = theTurns();
  const earlier = turns.get(key);
  const { promise: mine, resolve: end } = promiseOfEnd();
  // Who gives up waiting ends at once, but whoever is behind still waits for those ahead.
  const both = (earlier ?? Promise.resolve()).then(() => mine);
  turns.set(key, both);
  void both.then(() => {
    if (turns.get(key) === both) turns.delete(key);
  });
  try {
    if (earlier !== undefined) await untilEnded(earlier, call);
    return await work();
  } finally {
    end();
  }
}

/** The end of a call that waits for others. */
export function endedWaiting(call: CallContext): ReturnType<typeof callEnded> {
  return callEnded(call, 'while it waited for another write to the same zone; nothing was sent');
}

function untilEnded(earlier: Promise<void>, call: CallContext): Promise<void> {
  const { signal } = call;
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(endedWaiting(call));
    };
    if (signal.aborted) {
      stop();
      return;
    }
    signal.addEventListener('abort', stop, { once: true });
    void earlier.then(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
  });
}

function promiseOfEnd(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function theTurns(): Turns {
  const existing = Reflect.get(globalThis, turnsSymbol) as Turns | undefined;
  if (existing !== undefined) return existing;
  const created: Turns = new Map();
  Reflect.set(globalThis, turnsSymbol, created);
  return created;
}
