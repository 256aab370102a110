import { isNativeError } from 'node:util/types';
import type { CallContext } from '../driver/call-context.js';
import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { InsufficientFundsError } from '../errors/insufficient-funds-error.js';
import { InvalidDomainStateError } from '../errors/invalid-domain-state-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { RateLimitError } from '../errors/rate-limit-error.js';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.js';
import { formatMoney, type Money } from '../values/money.js';
import type { BeginOutcome, JournalRow } from './operation-journal.js';

/** Paid operations need a journal. */
export function journalMissing(call: CallContext): ConfigurationError {
  return new ConfigurationError({
    ...call.origin,
    issues: [
      {
        path: 'runtime.journal',
        problem: 'is missing; without it a lost answer could be paid twice',
        cure: 'pass a durable journal engine, or volatileJournal() for tests and trials (it forgets on exit)',
        cause: 'journal_missing',
      },
    ],
  });
}

/** The journal could not be asked before the order was sent. */
export function journalFailed(thrown: unknown, call: CallContext): ConfigurationError {
  const why = reasonOf(thrown);
  const problem = `failed, so nothing was sent${why === undefined ? '' : ` (${why})`}`;
  const cure = 'check the storage of the journal, then order again with the same key';
  return new ConfigurationError({
    ...call.origin,
    issues: [{ path: 'runtime.journal', problem, cure }],
    transient: true,
  });
}

/** What an engine says of its failure; the text of any other error could hold a password, so it is not passed on. */
export function reasonOf(thrown: unknown): string | undefined {
  return isNativeError(thrown) && thrown.name === 'JournalError' ? thrown.message : undefined;
}

/** The handle names no row of this journal. */
export function unknownHandle(call: CallContext): InvalidInputError {
  const cure =
    'use the journal that recorded it, and the same provider and account; an order that was refused after all is in none';
  return new InvalidInputError({
    ...call.origin,
    issues: [{ path: 'operation.id', problem: 'is not in this journal', cure }],
  });
}

/** The spend limit leaves no room for the order. */
export function overLimit(
  { limit, spent }: Extract<BeginOutcome, { status: 'over_limit' }>,
  price: Money,
  call: CallContext,
): InsufficientFundsError {
  return new InsufficientFundsError({
    ...call.origin,
    detail:
      `the order of ${formatMoney(price)} would exceed the spend limit of ${formatMoney(limit)}, of which ` +
      `${formatMoney(spent)} is used; wait for the period to pass or raise the limit`,
    causes: ['spend_limit_reached'],
  });
}

/** The registrar refused an order for frequency, and a reading found that nothing was bought. */
export function refusedForFrequency(refusal: RateLimitError, call: CallContext): RateLimitError {
  const { reason, retryAfterMs, endpoint, source, vendor } = refusal;
  return new RateLimitError({
    ...call.origin,
    detail:
      'the registrar refused the order because of too many requests, and reading shows that nothing was bought; order again later',
    reason,
    retryAfterMs,
    endpoint,
    source,
    ...(vendor === undefined ? {} : { vendor }),
    causes: refusal.diagnosis.map(({ cause }) => cause),
  });
}

/** A renewal from the same date was bought while this one was being prepared. */
export function renewedMeanwhile(rival: JournalRow, call: CallContext): InvalidDomainStateError {
  return new InvalidDomainStateError({
    ...call.origin,
    detail: `the domain was just renewed from ${String(rival.guard.expiresOn)} by another order; read it again before renewing`,
  });
}

/** The key was used for another order. */
export function otherOrder(row: JournalRow, call: CallContext): InvalidInputError {
  const cure = 'use one key for one order';
  const problem = `was used for another order (${row.kind} ${row.operation.domain}, ${String(row.guard.years)} years)`;
  return new InvalidInputError({
    ...call.origin,
    issues: [{ path: 'options.idempotencyKey', problem, cure }],
  });
}

/** The order may have been executed; nothing read so far proves or disproves it. */
export function outcomeUnknown(
  row: JournalRow,
  because: string,
  call: CallContext,
  cause?: AnyRegistrarError,
): OutcomeUnknownError {
  return new OutcomeUnknownError({
    ...call.origin,
    detail: `the order may have been executed and charged; do not order again, reconcile it (${because})`,
    handle: row.operation,
    lostBecause: because,
    ...(cause?.vendor === undefined ? {} : { vendor: cause.vendor }),
  });
}
