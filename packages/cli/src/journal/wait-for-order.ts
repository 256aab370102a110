import type { OperationHandle, OperationState, Registrar } from '@registrar-kit/core';
import type { Session } from '../session/session.js';

/** Waits until an order is settled, and says each time how it stands when that has changed. */
export function waitForOrder(
  registrar: Registrar,
  operation: OperationHandle,
  timeoutMs: number | undefined,
  { callOptions, printer }: Session,
): Promise<OperationState> {
  let looks = 0;
  let before: OperationState['status'] | undefined;
  return registrar.waitForOperation(
    {
      operation,
      onProgress: ({ status }) => {
        looks += 1;
        // On a terminal the one line changes; elsewhere a line for each look would fill a log for days.
        if (status !== before) printer.notice(`the order is ${status}`);
        before = status;
        printer.progress.show(`looked ${String(looks)} times; the order is ${status}`);
      },
    },
    { ...callOptions, ...(timeoutMs === undefined ? {} : { timeoutMs }) },
  );
}
