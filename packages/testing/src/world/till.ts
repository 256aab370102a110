import {
  compareMoney,
  type DomainName,
  type Money,
  type PricedOperation,
} from '@registrar-kit/core';
import type { AccountBook } from './account-book.js';
import type { Catalogue } from './catalogue.js';
import type { LedgerEntry } from './ledger.js';
import { refuse } from './world-refusal.js';

/** What is to be paid for, and how. */
export interface Purchase {
  readonly kind: PricedOperation;
  readonly account: string;
  readonly domain: DomainName;
  readonly domainId: number;
  readonly years: number;
  /** @defaultValue the currency of the account's first balance */
  readonly currency?: string;
  /** Refuses the purchase when it costs anything else. */
  readonly acceptedTotal?: Money;
  readonly at: string;
}

/** Where orders are paid, at the prices of the catalogue. */
export class Till {
  readonly #accounts: AccountBook;
  readonly #catalogue: Catalogue;

  constructor(accounts: AccountBook, catalogue: Catalogue) {
    this.#accounts = accounts;
    this.#catalogue = catalogue;
  }

  /** @throws WorldRefusal `currency_not_sold`, `price_mismatch`, `insufficient_funds` */
  charge(purchase: Purchase): LedgerEntry {
    const { kind, account, domain, domainId, years, at, acceptedTotal: accepted } = purchase;
    const currency =
      purchase.currency ?? this.#accounts.get(account).balances[0]?.currency ?? 'USD';
    const amount = this.#catalogue.priceOf({ operation: kind, domain, years, currency }).total;
    const agreed =
      accepted === undefined ||
      (accepted.currency === currency && compareMoney(accepted, amount) === 0);
    if (!agreed) refuse({ kind: 'price_mismatch', domain, accepted, price: amount });
    return this.#accounts.charge({ account, kind, domain, domainId, years, amount, at });
  }

  /** Gives back what an entry took. The entry stays: the ledger holds purchases only. */
  refund(entryId: number): void {
    const entry = this.#accounts.ledger({}).find(({ id }) => id === entryId);
    if (entry !== undefined) this.#accounts.deposit(entry.account, entry.amount);
  }
}
