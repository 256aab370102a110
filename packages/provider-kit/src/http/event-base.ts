import type { CallContext, ErrorOperation } from '@registrar-kit/core';

/** The fields that join an event to its call. */
export function eventBase(call: CallContext): {
  readonly operation: ErrorOperation;
  readonly requestId?: string;
} {
  const { operation, requestId } = call.origin;
  return requestId === undefined ? { operation } : { operation, requestId };
}
