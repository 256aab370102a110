import { abortReasonOf, TransportError, type CallContext } from '@registrar-kit/core';
import type { FakeDriver } from '../../src/fake/fake-driver.js';
import { mistaking } from './failure-mutants.js';
import type { Mutant } from './mutant.js';

/** Mistakes about the end of a call. */
export const callMutants: readonly Mutant[] = [
  {
    mistake: 'does not hear that the caller has ended the call',
    caughtBy: [
      'ends a write at once when the caller ends it, and does not call undone what may be done',
      'keeps an order that the caller ended while its answer was awaited, and finds it afterwards',
    ],
    driver: (driver) => hearing(driver, 'deadline'),
  },
  {
    mistake: 'knows no deadline',
    caughtBy: [
      'ends a write at its deadline, and does not call undone what may be done',
      'ends an order at its deadline with an unknown outcome, never with a second order',
    ],
    driver: (driver) => hearing(driver, 'caller'),
  },
  {
    mistake: 'calls a call that the caller ended a broken connection',
    caughtBy: [
      'ends a write at once when the caller ends it, and does not call undone what may be done',
    ],
    driver: (driver) =>
      mistaking(
        driver,
        'CANCELLED',
        ({ effect }, { origin }) =>
          new TransportError({ ...origin, effect, phase: 'sent', detail: 'aborted' }),
      ),
  },
  {
    mistake: 'says that an ended write did nothing',
    caughtBy: [
      'ends a write at its deadline, and does not call undone what may be done',
      'ends a write at once when the caller ends it, and does not call undone what may be done',
    ],
    driver: (driver) => ({
      ...driver,
      setNameservers: (request, call) => driver.setNameservers(request, { ...call, retry: 'read' }),
    }),
  },
  {
    mistake: 'ends an order that was sent as if it had not been',
    caughtBy: [
      'keeps an order that the caller ended while its answer was awaited, and finds it afterwards',
      'ends an order at its deadline with an unknown outcome, never with a second order',
    ],
    driver: (driver) => ({
      ...driver,
      registerDomain: (order, call) => driver.registerDomain(order, { ...call, retry: 'read' }),
    }),
  },
];

/** A driver whose calls end for one reason only. */
function hearing(driver: FakeDriver, reason: ReturnType<typeof abortReasonOf>): FakeDriver {
  const deaf = (call: CallContext): CallContext => {
    const heard = new AbortController();
    const hear = (): void => {
      if (abortReasonOf(call.signal) === reason) heard.abort(call.signal.reason);
    };
    if (call.signal.aborted) hear();
    call.signal.addEventListener('abort', hear);
    return { ...call, signal: heard.signal };
  };
  const methods = Object.entries(driver).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'function'
      ? (...given: unknown[]): unknown =>
          (value as Method)(...given.slice(0, -1), deaf(given.at(-1) as CallContext))
      : value,
  ]);
  return Object.fromEntries(methods) as FakeDriver;
}

type Method = (...given: readonly unknown[]) => unknown;
