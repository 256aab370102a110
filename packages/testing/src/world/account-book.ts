import {
  addMoney,
  compareMoney,
  subtractMoney,
  type Money,
  type PricedOperation,
} from '@registrar-kit/core';
import { amountIn } from './amounts.js';
import type { LedgerEntry, LedgerFilter } from './ledger.js';
import type { AccountChange, NewWorldAccount, WorldAccount } from './world-account.js';
import { refuse } from './world-refusal.js';

/** A purchase to take from a balance. */
export interface Charge {
  readonly account: string;
  readonly kind: PricedOperation;
  readonly domain: string;
  readonly domainId: number;
  readonly years: number;
  readonly amount: Money;
  readonly at: string;
}

const firstEntryId = 500_001;

/** The accounts of a world, their money, and the ledger of what was taken from them. */
export class AccountBook {
  readonly #accounts = new Map<string, WorldAccount>();
  readonly #ledger: LedgerEntry[] = [];

  add(account: NewWorldAccount): WorldAccount {
    if (this.#accounts.has(account.id))
      throw new Error(`there is an account "${account.id}" already`);
    const added: WorldAccount = {
      id: account.id,
      keys: account.keys ?? {},
      allowedAddresses: account.allowedAddresses,
      balances: account.balances ?? [],
      apiEnabled: account.apiEnabled ?? true,
      locked: account.locked ?? false,
      mayActFor: account.mayActFor ?? [],
      parking: account.parking ?? [],
    };
    this.#accounts.set(added.id, added);
    return added;
  }

  find(id: string): WorldAccount | undefined {
    return this.#accounts.get(id);
  }

  /** @throws WorldRefusal `unknown_account` */
  get(id: string): WorldAccount {
    return this.#accounts.get(id) ?? refuse({ kind: 'unknown_account', account: id });
  }

  all(): readonly WorldAccount[] {
    return [...this.#accounts.values()];
  }

  update(
    id: string,
    change: AccountChange & Partial<Pick<WorldAccount, 'balances'>>,
  ): WorldAccount {
    const updated = { ...this.get(id), ...change };
    this.#accounts.set(id, updated);
    return updated;
  }

  deposit(id: string, amount: Money): void {
    const { balances } = this.get(id);
    const held = amountIn(balances, amount.currency);
    this.update(id, {
      balances:
        held === undefined
          ? [...balances, amount]
          : balances.map((balance) => (balance === held ? addMoney(held, amount) : balance)),
    });
  }

  /** Takes the money and writes the entry, both or neither. @throws WorldRefusal `insufficient_funds` */
  charge(charge: Charge): LedgerEntry {
    const { account, domain, amount } = charge;
    const { balances } = this.get(account);
    const held = amountIn(balances, amount.currency);
    const available = held ?? { amount: '0', currency: amount.currency };
    if (compareMoney(available, amount) < 0)
      refuse({ kind: 'insufficient_funds', domain, price: amount, available });
    const balanceAfter = subtractMoney(available, amount);
    this.update(account, {
      balances: balances.map((balance) => (balance === held ? balanceAfter : balance)),
    });
    const entry = { id: firstEntryId + this.#ledger.length, ...charge, balanceAfter };
    this.#ledger.push(entry);
    return entry;
  }

  ledger({ account, kind, domain }: LedgerFilter): readonly LedgerEntry[] {
    return this.#ledger.filter(
      (entry) =>
        (account === undefined || entry.account === account) &&
        (kind === undefined || entry.kind === kind) &&
        (domain === undefined || entry.domain === domain),
    );
  }

  restore(accounts: readonly WorldAccount[], ledger: readonly LedgerEntry[]): void {
    this.#accounts.clear();
    // JSON leaves `undefined` out; it means every address.
    for (const account of accounts)
      this.#accounts.set(account.id, { ...account, allowedAddresses: account.allowedAddresses });
    this.#ledger.splice(0, Infinity, ...ledger);
  }
}
