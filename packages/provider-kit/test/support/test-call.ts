import { DeadlineReached, type CallContext, type RegistrarEventBody } from '@registrar-kit/core';

/** A call as a driver gets it, with its events and the two ways of ending it. */
export interface TestCall extends CallContext {
  readonly events: RegistrarEventBody[];
  readonly cancel: () => void;
  readonly reachDeadline: () => void;
}

export function testCall(
  options: Partial<Pick<CallContext, 'lane' | 'retry' | 'origin'>> = {},
): TestCall {
  const controller = new AbortController();
  const events: RegistrarEventBody[] = [];
  return {
    origin: {
      provider: 'example',
      environment: 'test',
      operation: 'getBalance',
      requestId: 'call-1',
    },
    lane: 'interactive',
    retry: 'read',
    ...options,
    signal: controller.signal,
    emit: (event) => events.push(event),
    events,
    cancel: () => controller.abort(new Error('the caller has had enough')),
    reachDeadline: () => controller.abort(new DeadlineReached(1000)),
  };
}
