import { isNativeError } from 'node:util/types';
import type { RemedyBook } from '../diagnosis/evidence.js';
import type { CallContext } from '../driver/call-context.js';
import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { InsufficientFundsError } from '../errors/insufficient-funds-error.js';
import { InvalidDomainStateError } from '../errors/invalid-domain-state-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.js';
import { PriceChangedError } from '../errors/price-changed-error.js';
import { RateLimitError } from '../errors/rate-limit-error.js';
import { formatMoney, type Money } from '../values/money.js';
import type { AccountJournal } from './account-journal.js';
import type { BeginOutcome, JournalRow, PurchaseRow, RawCallRow } from './operation-journal.js';
import type { FailedTransfer } from './purchase-result.js';
import { repeatableFrom } from './repeat-rule.js';
import type { Recorded } from './unrecorded-ends.js';

/** Paid operations need a journal. @throws ConfigurationError that names the choices. */
export function requireJournal(
  journal: AccountJournal | undefined,
  call: CallContext,
): AccountJournal {
  if (journal !== undefined) return journal;
  throw new ConfigurationError({
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
  price: Money | undefined,
  call: CallContext,
): InsufficientFundsError {
  return new InsufficientFundsError({
    ...call.origin,
    detail:
      `the order${price === undefined ? '' : ` of ${formatMoney(price)}`} would exceed the spend limit of ${formatMoney(limit)}, of which ` +
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

/** The same was bought under another key while this order was being prepared, or before its reading could show it. */
export function orderedMeanwhile(rival: PurchaseRow, call: CallContext): InvalidDomainStateError {
  const bought = {
    registerDomain: 'registered',
    renewDomain: `renewed from ${String(rival.guard.expiresOn)}`,
    restoreDomain: 'restored',
    transferDomain: 'ordered to be transferred',
  }[rival.kind];
  return new InvalidDomainStateError({
    ...call.origin,
    detail: `the domain was just ${bought} by another order; read it again before ordering`,
  });
}

/** The transfer under this key was accepted and has ended without the domain. */
export function transferEnded(
  { cause, reason }: FailedTransfer,
  proof: 'recorded' | 'read',
  call: CallContext,
): InvalidDomainStateError {
  const why = [cause, reason].filter((part) => part !== undefined).join(': ');
  const end = `ended without the domain${why === '' ? '' : ` (${why})`}`;
  return new InvalidDomainStateError({
    ...call.origin,
    detail:
      proof === 'recorded'
        ? `the transfer that was ordered under this key ${end}; start it again with resubmitTransfer, or order it anew under another key`
        : `the answer was lost, and reading shows that the transfer was accepted and ${end}; whether the charge is given back is the provider's to say`,
    state: 'transfer_failed',
    effect: proof === 'recorded' ? 'none' : 'applied',
  });
}

/** A raw call is sent once; what it was answered is not kept. */
export function sentBefore(row: RawCallRow, call: CallContext): InvalidInputError {
  const sent = `was sent already, at ${new Date(row.startedAt).toISOString()}, and answered`;
  const ownKey = row.keyExpiresAt === undefined;
  return new InvalidInputError({
    ...call.origin,
    issues: [
      {
        path: 'options.idempotencyKey',
        problem: ownKey ? `names a call that ${sent}` : `is missing, and the same call ${sent}`,
        cure: `give ${ownKey ? 'another key' : 'a key'} to send it again, which charges again`,
      },
    ],
  });
}

/** The key was used for another order. */
export function otherOrder(row: JournalRow, call: CallContext): InvalidInputError {
  const cure = 'use one key for one order';
  // A renewal whose date was read anew differs in nothing else.
  const from = row.kind === 'renewDomain' ? ` from ${String(row.guard.expiresOn)}` : '';
  const order =
    row.kind === 'raw'
      ? `the raw call ${row.operation.command}, or other parameters of it`
      : `${row.kind} ${row.operation.domain}, ${String(row.guard.years)} years${from}`;
  return new InvalidInputError({
    ...call.origin,
    issues: [
      {
        path: 'options.idempotencyKey',
        problem: `was used for another order (${order})`,
        cure,
      },
    ],
  });
}

/** What is known of an answer that was lost. */
export interface Loss {
  /** Why it was lost, in words. */
  readonly because: string;
  /** Epoch milliseconds; absent while the order is under way, and where it is never to be repeated. */
  readonly lostAt?: number;
  /** What the last try ended with. */
  readonly cause?: AnyRegistrarError | undefined;
}

/** The order may have been executed; nothing read so far proves or disproves it. */
export function outcomeUnknown(
  { operation }: Recorded,
  { because, lostAt, cause }: Loss,
  call: CallContext,
): OutcomeUnknownError {
  const from = lostAt === undefined ? undefined : repeatableFrom(operation.kind, lostAt);
  const repeatableAt = from === undefined ? undefined : new Date(from).toISOString();
  const repeat =
    repeatableAt === undefined ? '' : `, or repeat it under the same key from ${repeatableAt} on`;
  const detail =
    operation.kind === 'raw'
      ? `the call may have been executed and charged; do not send it again, look into the provider's panel what became of it (${because})`
      : `the order may have been executed and charged; do not order again, reconcile it${repeat} (${because})`;
  return new OutcomeUnknownError({
    ...call.origin,
    detail,
    handle: operation,
    lostBecause: because,
    repeatableAt,
    ...(operation.kind === 'raw' ? { evidence: { remedies: rawRemedies } } : {}),
    ...(cause?.vendor === undefined ? {} : { vendor: cause.vendor }),
  });
}

/**
 * What stands in the way of sending an order of unknown outcome again lies with the caller. The outcome is as unknown as before, so
 * the effect is not `none`: nobody may take the first sending for refused.
 */
export function stillUnknown(
  refusal: PriceChangedError | InvalidInputError,
  { operation }: Recorded,
  call: CallContext,
): PriceChangedError | InvalidInputError {
  const standing = `what became of the order when it was sent before is still unknown (operation ${operation.id})`;
  if (refusal.code === 'INVALID_INPUT') {
    const issues = refusal.issues.map((issue) => ({
      ...issue,
      problem: `${issue.problem}; ${standing}`,
    }));
    return new InvalidInputError({ ...call.origin, issues, effect: 'unknown' });
  }
  const { agreed, current } = refusal;
  const now = current === undefined ? 'has changed' : `is now ${formatMoney(current)}`;
  const before = agreed === undefined ? '' : `, agreed was ${formatMoney(agreed)}`;
  return new PriceChangedError({
    ...call.origin,
    detail: `the price ${now}${before}; ${standing}, and to send it again needs an agreement to the new price, under the same key`,
    agreed,
    current,
    effect: 'unknown',
  });
}

/** Testimony that comes before the order can be over. */
export function testimonyTooEarly(
  problem: string,
  cure: string,
  call: CallContext,
): InvalidInputError {
  return new InvalidInputError({ ...call.origin, issues: [{ path: 'witnessed', problem, cure }] });
}

/** Nothing can be read about a raw call, so reconciling it would never answer. */
const rawRemedies: RemedyBook = {
  outcome_unknown: {
    actor: 'operator',
    steps: [
      'Do not send the call again.',
      "Look into the registrar's own panel what became of it, and say what you saw there with the witnessed of reconcileOperation.",
      'To send it once more without that, give it another key.',
    ],
    link: null,
  },
};
