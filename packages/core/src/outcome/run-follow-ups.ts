import { asWrite, type CallContext } from '../driver/call-context.js';
import type { FollowUp } from '../driver/registrar-driver.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type { IncompleteSetting } from '../operations/paid-result.js';

/** Carries out wishes beside the purchase; none of them can turn it into a failure. */
export async function runFollowUps(
  followUps: readonly FollowUp[],
  call: CallContext,
): Promise<readonly IncompleteSetting[]> {
  const incomplete: IncompleteSetting[] = [];
  for (const { setting, run } of followUps) {
    try {
      await run(asWrite(call));
    } catch (error) {
      const { code, message, retryable } = isRegistrarError(error)
        ? error
        : {
            code: 'PROVIDER_ERROR' as const,
            message: 'the adapter failed with an internal error',
            retryable: false,
          };
      incomplete.push({ setting, error: { code, message, retryable } });
    }
  }
  return incomplete;
}
