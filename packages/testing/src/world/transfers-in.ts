import { completeContacts, type DomainName, type TransferCause } from '@registrar-kit/core';
import type { AccountBook } from './account-book.js';
import type { Catalogue } from './catalogue.js';
import type { ForeignDomains } from './foreign-domains.js';
import type { Holdings } from './holdings.js';
import type { Surprises } from './surprises.js';
import type { Till } from './till.js';
import { checkTransfer } from './transfer-checks.js';
import { arrivedRow, comingRow, failedRow } from './transfer-rows.js';
import { isOpen, pageOfTransfers, TransferBook } from './transfer-book.js';
import type { WorldDomain } from './world-domain.js';
import { refuse } from './world-refusal.js';
import type {
  TransferObstacle,
  TransferPage,
  TransferPaging,
  TransferStage,
  WorldTransfer,
  WorldTransferCheck,
  WorldTransferOrder,
  WorldTransferQuestion,
  WorldTransferReceipt,
} from './world-transfer.js';

/** What transfers to this registrar need. */
export interface TransfersInBasis {
  readonly holdings: Holdings;
  readonly accounts: AccountBook;
  readonly catalogue: Catalogue;
  readonly till: Till;
  readonly foreign: ForeignDomains;
  readonly surprises: Surprises;
}

/** Whether the money is given back when a transfer ends without the domain. */
export interface TransferEnding {
  /** @defaultValue false */
  readonly refund?: boolean;
}

/** Not even a vendor that fails late takes an order against these. */
const refusedAtOnce: readonly TransferObstacle[] = ['not_transferable', 'already_started'];

/**
 * Transfers of domains to this world's registrar.
 *
 * Nothing goes on by itself: after `start`, `settle` lets the registry decide, and the other steps take it wherever a test wants.
 */
export class TransfersIn {
  readonly #basis: TransfersInBasis;
  readonly #book = new TransferBook();

  constructor(basis: TransfersInBasis) {
    this.#basis = basis;
  }

  /** Whether a domain can be brought to an account now. @throws WorldRefusal `unknown_account`, `invalid_name`, `tld_not_sold` */
  check(question: WorldTransferQuestion): WorldTransferCheck {
    this.#basis.accounts.get(question.account);
    this.#basis.holdings.noteRead(question.domain);
    return this.#check(question);
  }

  /**
   * Orders a transfer, with one year, and takes its price from the balance.
   *
   * @throws WorldRefusal `not_transferable` with what is in the way, unless the order is to fail later; or what a purchase can be
   * refused for.
   */
  start(order: WorldTransferOrder): WorldTransferReceipt {
    const { account, authCode, contacts, privacy = false, failLater = false } = order;
    const { accounts, holdings, surprises, till } = this.#basis;
    accounts.get(account);
    surprises.strike({ ...order, kind: 'transferDomain' });
    const { domain, obstacle } = this.#check(order);
    if (obstacle !== undefined && (!failLater || refusedAtOnce.includes(obstacle)))
      refuse({ kind: 'not_transferable', domain, obstacle });
    if (privacy && !holdings.tldOf({ domain }).supportsPrivacy)
      refuse({ kind: 'privacy_not_supported', domain });
    const at = holdings.instant();
    const domainId = holdings.register.nextId;
    const kind = 'transferDomain';
    const entry = till.charge({ ...order, kind, domain, domainId, years: 1, at });
    holdings.register.reserveId();
    const waits = obstacle === 'auth_code_missing';
    const transfer: WorldTransfer = {
      id: this.#book.nextId,
      domain,
      account,
      stage: waits ? 'waiting_auth_code' : 'submitted',
      ...(waits ? { cause: obstacle } : {}),
      startedAt: at,
      changedAt: at,
      entryId: entry.id,
      domainId,
      refunded: false,
      ...(authCode === undefined ? {} : { authCode }),
      ...(contacts === undefined ? {} : { contacts: completeContacts(contacts) }),
      privacy,
    };
    this.#book.set(transfer);
    return { transfer, entry };
  }

  /** The transfer in any account, or `undefined`. */
  find(id: number): WorldTransfer | undefined {
    const transfer = this.#book.get(id);
    if (transfer !== undefined) this.#basis.holdings.noteRead(transfer.domain);
    return transfer;
  }

  /** The last transfer of a domain to an account, or `undefined`. @throws WorldRefusal `unknown_account` */
  latest(account: string, domain: string): WorldTransfer | undefined {
    this.#basis.accounts.get(account);
    this.#basis.holdings.noteRead(domain);
    return this.#book.latest(domain.toLowerCase(), account);
  }

  /** The transfers to an account, a page of them. @throws WorldRefusal `unknown_account` */
  list(account: string, paging: TransferPaging = {}): TransferPage {
    this.#basis.accounts.get(account);
    this.#basis.holdings.noteAllRead();
    return pageOfTransfers(this.#book.ofAccount(account), paging);
  }

  /**
   * A domain on its way to an account, as a row in status `transfer_in`, or `transfer_failed` where its last transfer has failed;
   * for vendors that show transfers among the domains. `undefined` where the domain is here, or no transfer was ordered.
   *
   * @throws WorldRefusal `unknown_account`
   */
  incoming(account: string, domain: string): WorldDomain | undefined {
    const transfer = this.latest(account, domain);
    return transfer === undefined ? undefined : this.#rowOf(transfer);
  }

  /** All rows of {@link TransfersIn.incoming}. @throws WorldRefusal `unknown_account` */
  allIncoming(account: string): readonly WorldDomain[] {
    const names = new Set(this.list(account).items.map(({ domain }) => domain));
    return [...names].flatMap((name) => this.incoming(account, name) ?? []);
  }

  /** Lets the registry decide: the domain comes here, or the transfer fails by what is in its way. @throws WorldRefusal */
  settle(domain: string): WorldTransfer {
    const transfer = this.#open(domain);
    const { obstacle } = checkTransfer({ ...this.#basis, isUnderWay: () => false }, transfer);
    return obstacle === undefined ? this.complete(domain) : this.fail(domain, obstacle);
  }

  /**
   * The domain comes to the account, with one year more; whatever else is in the way is over.
   *
   * @throws WorldRefusal `transfer_not_found`, `wrong_transfer_stage`; `not_transferable` where there is no such domain elsewhere
   */
  complete(domain: string): WorldTransfer {
    const transfer = this.#open(domain);
    const { holdings, foreign } = this.#basis;
    const { domain: name } = transfer;
    if (holdings.held(name) !== undefined)
      refuse({ kind: 'not_transferable', domain: name, obstacle: 'already_here' });
    const origin =
      foreign.find(name) ??
      refuse({ kind: 'not_transferable', domain: name, obstacle: 'not_registered' });
    foreign.remove(name);
    const premium = this.#basis.catalogue.premiumOf(name) !== undefined;
    holdings.register.set({ ...arrivedRow(transfer, origin, holdings.instant()), premium });
    return this.#move(transfer, 'done');
  }

  /** Ends a transfer without the domain. @throws WorldRefusal `transfer_not_found`, `wrong_transfer_stage` */
  fail(domain: string, cause: TransferCause, ending: TransferEnding = {}): WorldTransfer {
    return this.#end(this.#open(domain), 'failed', cause, ending);
  }

  /** The owner ends a transfer. @throws WorldRefusal `unknown_account`, `transfer_not_found`, `wrong_transfer_stage` */
  cancel(account: string, domain: string, ending: TransferEnding = {}): WorldTransfer {
    this.#basis.accounts.get(account);
    return this.#end(this.#open(domain, account), 'cancelled', 'cancelled', ending);
  }

  /** Takes a transfer that has not ended to any stage. @throws WorldRefusal `transfer_not_found`, `wrong_transfer_stage` */
  advance(id: number, stage: TransferStage, cause?: TransferCause): WorldTransfer {
    const transfer = this.#byId(id);
    if (!isOpen(transfer)) return refuseStage(transfer);
    switch (stage) {
      case 'done':
        return this.complete(transfer.domain);
      case 'failed':
      case 'cancelled':
        return this.#end(
          transfer,
          stage,
          cause ?? (stage === 'failed' ? 'other' : 'cancelled'),
          {},
        );
      case 'waiting_auth_code':
      case 'submitted':
      case 'waiting_approval':
        return this.#move(transfer, stage, cause);
    }
  }

  /**
   * Starts a failed transfer again without another charge.
   *
   * @throws WorldRefusal `transfer_not_found`, `wrong_transfer_stage`, `not_transferable` where another one is under way
   */
  resubmit(account: string, id: number): WorldTransfer {
    this.#basis.accounts.get(account);
    const transfer = this.#byId(id);
    if (transfer.account !== account)
      return refuse({ kind: 'transfer_not_found', transfer: String(id) });
    const { domain, stage, refunded } = transfer;
    if (stage !== 'failed' || refunded) return refuseStage(transfer);
    if (this.#book.open(domain) !== undefined)
      return refuse({ kind: 'not_transferable', domain, obstacle: 'already_started' });
    return this.#move(transfer, 'submitted');
  }

  /** For snapshots. */
  stored(): { readonly transfers: readonly WorldTransfer[]; readonly nextId: number } {
    return { transfers: this.#book.all(), nextId: this.#book.nextId };
  }

  /** For snapshots: takes over what {@link TransfersIn.stored} gave. */
  restore(transfers: readonly WorldTransfer[], nextId: number): void {
    this.#book.restore(transfers, nextId);
  }

  #check(question: Omit<WorldTransferQuestion, 'account'>): WorldTransferCheck {
    const isUnderWay = (domain: DomainName): boolean => this.#book.open(domain) !== undefined;
    return checkTransfer({ ...this.#basis, isUnderWay }, question);
  }

  #byId(id: number): WorldTransfer {
    return this.#book.get(id) ?? refuse({ kind: 'transfer_not_found', transfer: String(id) });
  }

  #open(domain: string, account?: string): WorldTransfer {
    const name = domain.toLowerCase();
    const open = this.#book.open(name);
    if (open !== undefined && (account === undefined || open.account === account)) return open;
    const ended = this.#book.latest(name, account);
    return ended === undefined
      ? refuse({ kind: 'transfer_not_found', transfer: name })
      : refuseStage(ended);
  }

  #move(transfer: WorldTransfer, stage: TransferStage, cause?: TransferCause): WorldTransfer {
    const moved = { ...transfer, stage, cause, changedAt: this.#basis.holdings.instant() };
    this.#book.set(moved);
    return moved;
  }

  #end(
    transfer: WorldTransfer,
    stage: 'failed' | 'cancelled',
    cause: TransferCause,
    { refund = false }: TransferEnding,
  ): WorldTransfer {
    if (refund) this.#basis.till.refund(transfer.entryId);
    return this.#move({ ...transfer, refunded: refund }, stage, cause);
  }

  #rowOf(transfer: WorldTransfer): WorldDomain | undefined {
    const { holdings, foreign } = this.#basis;
    const { domain, stage } = transfer;
    if (stage === 'done' || holdings.held(domain)?.account === transfer.account) return undefined;
    const row = comingRow(transfer, foreign.find(domain), holdings.today());
    return isOpen(transfer) ? row : failedRow(row);
  }
}

function refuseStage({ domain, stage }: WorldTransfer): never {
  return refuse({ kind: 'wrong_transfer_stage', domain, stage });
}
