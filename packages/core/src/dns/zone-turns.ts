import type { Clock } from '../config/clock.js';
import type { RegistrarRuntime } from '../config/registrar-runtime.js';
import type { CallContext } from '../driver/call-context.js';
import { throwIfEnded } from '../driver/call-ended.js';
import type { AccountScope } from '../driver/registrar-driver.js';
import { AccountJournal } from '../outcome/account-journal.js';
import type { OperationJournal } from '../outcome/operation-journal.js';
import type { DomainName } from '../values/domain-name.js';
import { inProcessTurn } from './process-turns.js';
import { underLease, type ConfirmLease } from './zone-lease.js';

/**
 * Lets those who write to one zone of one account take turns.
 *
 * How far it goes: in a process always, also between copies of this package; over processes where they share a journal that has
 * leases, as all engines of this project do. Whoever writes without it, such as the registrar's own panel or another program, is
 * not held up: only the comparison with the plan just before the write, and the reading after it, can tell of them.
 */
export class ZoneTurns {
  readonly #scope: AccountScope;
  readonly #journal: AccountJournal | undefined;
  readonly #clock: Clock;

  constructor(scope: AccountScope, { journal, logger }: RegistrarRuntime, clock: Clock) {
    this.#scope = scope;
    this.#clock = clock;
    if (journal !== undefined && hasLeases(journal))
      this.#journal = new AccountJournal(journal, scope, logger);
  }

  /**
   * Runs work on a zone when its turn has come; waiting ends with the call.
   *
   * @throws TimeoutError or CancelledError when the call ends first, ConfigurationError when the journal fails; nothing was sent
   */
  take<Result>(
    domain: DomainName,
    call: CallContext,
    work: (confirm: ConfirmLease) => Promise<Result>,
  ): Promise<Result> {
    const { provider, host, account } = this.#scope;
    const key = JSON.stringify([provider, host, account, domain]);
    return inProcessTurn(key, call, () => {
      throwIfEnded(call);
      return this.#journal === undefined
        ? work(() => Promise.resolve())
        : underLease(this.#journal, `zone ${domain}`, call, this.#clock, work);
    });
  }
}

/** An engine that was written for an older version of this package may have none. */
function hasLeases(journal: Partial<OperationJournal>): boolean {
  return typeof journal.takeLease === 'function' && typeof journal.dropLease === 'function';
}
