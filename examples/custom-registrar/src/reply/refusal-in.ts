import type { AnyRegistrarError } from '@registrar-kit/core';
import type { FaultContext } from '@registrar-kit/provider-kit';
import { toRegistrarError } from './to-registrar-error.js';

/** The refusal that a reply is; `undefined` where it is an answer. */
export function refusalIn(context: FaultContext, target: string): AnyRegistrarError | undefined {
  const { status } = context.reply;
  return status >= 200 && status <= 299 ? undefined : toRegistrarError(context, target);
}
