import type { Environment } from '@registrar-kit/core';
import { UsageError } from '../usage-error.js';

/** `--environment`. @throws UsageError */
export function readEnvironment(text: string | undefined): Environment | undefined {
  if (text === undefined || text === 'test' || text === 'live') return text;
  throw new UsageError(
    `--environment is "${text}"`,
    "give test for the vendor's sandbox or live for real orders",
  );
}
