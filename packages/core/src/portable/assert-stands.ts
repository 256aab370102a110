import type { ErrorOrigin } from '../errors/error-origin.js';
import { ProviderError } from '../errors/provider-error.js';

/** Some providers take a change and ignore it; what was read back afterwards decides. */
export function assertStands(stands: boolean, setting: string, origin: ErrorOrigin): void {
  if (stands) return;
  throw new ProviderError({
    ...origin,
    detail: `the provider took the change without complaint, but ${setting} does not read as it was ordered; read it again in some minutes, then ask the provider`,
    effect: 'unknown',
  });
}
