import { asWrite, type CallContext } from '../driver/call-context.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type { IncompleteSetting, SettingName } from '../operations/paid-result.js';

/** How each setting that is wished beside a purchase is set, and looked at afterwards. */
export type Wishes = Readonly<Partial<Record<SettingName, (call: CallContext) => Promise<void>>>>;

// The lock comes last: some providers refuse other changes of a locked domain.
const inOrder: readonly SettingName[] = ['contacts', 'nameservers', 'privacy', 'lock'];

/** Wishes as they stand until they are carried out: when the process ends before that, the record says so. */
export function openWishes(
  settings: readonly SettingName[],
  call: CallContext,
): readonly IncompleteSetting[] {
  return inOrder
    .filter((setting) => settings.includes(setting))
    .map((setting) => ({
      setting,
      error: {
        code: 'OUTCOME_UNKNOWN',
        message: worded(call, `it is not known whether the ${setting} was set; ${again}`),
        retryable: true,
      },
    }));
}

/** Carries wishes out, one by one. None of them can turn the purchase into a failure; one that nobody knows how to set stays. */
export async function carryOut(
  open: readonly IncompleteSetting[],
  wishes: Wishes,
  call: CallContext,
): Promise<readonly IncompleteSetting[]> {
  const incomplete: IncompleteSetting[] = [];
  for (const wish of open) {
    const set = wishes[wish.setting];
    if (set === undefined) {
      incomplete.push(wish);
      continue;
    }
    try {
      await set(asWrite(call));
    } catch (error) {
      incomplete.push({ setting: wish.setting, error: plainError(error) });
    }
  }
  return incomplete;
}

/** Wishes that have to wait until the transfer has brought the domain. */
export function afterTransfer(
  open: readonly IncompleteSetting[],
  call: CallContext,
): readonly IncompleteSetting[] {
  return open.map(({ setting }) => ({
    setting,
    error: {
      code: 'INVALID_DOMAIN_STATE',
      message: worded(call, `the ${setting} can be set once the transfer is done; ${again} then`),
      retryable: true,
    },
  }));
}

const again = 'call the operation with the same input and key again, which costs nothing';

/** In the form of the errors, which these entries stand for. */
function worded({ origin }: CallContext, detail: string): string {
  const subject = origin.domain === undefined ? '' : ` (${origin.domain})`;
  return `${origin.provider}: ${origin.operation}${subject}: ${detail}`;
}

function plainError(error: unknown): IncompleteSetting['error'] {
  if (isRegistrarError(error)) {
    const { code, message, retryable } = error;
    return { code, message, retryable };
  }
  const message = 'the adapter failed with an internal error';
  return { code: 'PROVIDER_ERROR', message, retryable: false };
}
