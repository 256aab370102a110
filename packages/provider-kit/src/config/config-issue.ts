import type { DiagnosisCause } from '@registrar-kit/core';
import type * as z from 'zod';

/** What a check of ours says about a value, beside where it stands. Never the value itself. */
export interface ConfigFault {
  readonly problem: string;
  readonly cure: string;
  readonly cause?: DiagnosisCause;
}

/** Adds a fault with its cure to a schema's issues; `parseConfig` reads it back. */
export function addFault(context: z.core.$RefinementCtx, fault: ConfigFault): void {
  const { problem, ...params } = fault;
  context.addIssue({ code: 'custom', message: problem, params });
}
