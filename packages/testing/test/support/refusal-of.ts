import { isWorldRefusal, type RefusalReason } from '@registrar-kit/testing';

/** What the world refused with; fails the test when it did not refuse. */
export function refusalOf(attempt: () => unknown): RefusalReason {
  try {
    attempt();
  } catch (error) {
    if (isWorldRefusal(error)) return error.reason;
    throw error;
  }
  throw new Error('the world did not refuse');
}
