import { randomUUID } from 'node:crypto';
import type { Clock } from '../config/clock.js';
import type { CallContext } from '../driver/call-context.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { InvalidDomainStateError } from '../errors/invalid-domain-state-error.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type { AccountJournal } from '../outcome/account-journal.js';
import { endedWaiting } from './process-turns.js';

const pollMs = 250;

/** Makes sure, just before a write, that the lease is still held. Throws otherwise, and nothing may be sent. */
export type ConfirmLease = () => Promise<void>;

/**
 * Runs work while this process alone holds a lease of the journal. Waits for the lease until the call ends, extends it while
 * the work goes on, and gives it back.
 */
export async function underLease<Result>(
  journal: AccountJournal,
  name: string,
  call: CallContext,
  clock: Clock,
  work: (confirm: ConfirmLease) => Promise<Result>,
): Promise<Result> {
  const holder = randomUUID();
  const take = (): Promise<boolean> => takeLease(journal, name, holder, call);
  const finished = new AbortController();
  let extending: Promise<void> | undefined;
  try {
    while (!(await take()))
      await clock.delay(pollMs, call.signal).catch(() => {
        throw endedWaiting(call);
      });
    extending = extend(take, journal.leaseMs / 3, clock, finished.signal);
    return await work(async () => {
      if (!(await take())) throw leaseLost(call);
    });
  } finally {
    finished.abort();
    // An extension on its way would take the lease again after it was given back.
    await extending;
    await journal.dropLease(name, holder);
  }
}

async function extend(
  take: () => Promise<boolean>,
  everyMs: number,
  clock: Clock,
  finished: AbortSignal,
): Promise<void> {
  for (;;) {
    const due = await clock.delay(everyMs, finished).then(
      () => true,
      () => false,
    );
    if (!due) return;
    // A journal that cannot do it now may be able to the next time, and the lease is confirmed before anything is sent.
    await take().catch(() => undefined);
  }
}

async function takeLease(
  journal: AccountJournal,
  name: string,
  holder: string,
  call: CallContext,
): Promise<boolean> {
  try {
    return await journal.takeLease(name, holder, call);
  } catch (error) {
    // The journal's own cure speaks of orders.
    if (!isRegistrarError(error, 'CONFIGURATION_INVALID')) throw error;
    const cure = 'check the storage of the journal, then try again';
    const issues = error.issues.map((issue) => ({ ...issue, cure }));
    throw new ConfigurationError({ ...call.origin, issues, transient: true });
  }
}

function leaseLost(call: CallContext): InvalidDomainStateError {
  return new InvalidDomainStateError({
    ...call.origin,
    detail:
      'this call was so slow that another process took its turn at the zone, so nothing was written; plan again',
  });
}
