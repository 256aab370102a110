import {
  multiplyMoney,
  type CalendarDate,
  type Money,
  type PricedOperation,
} from '@registrar-kit/core';
import type { AccountBook } from './account-book.js';
import type { Catalogue } from './catalogue.js';
import { checkCount } from './fault-plan.js';
import { Schedule } from './schedule.js';
import type { Amounts, WorldPrices } from './world-tld.js';
import { surpriseNames, type WorldSurprise } from './world-surprise.js';

/** An order that is about to be executed. */
interface ComingOrder {
  readonly kind: PricedOperation;
  readonly account: string;
  readonly domain: string;
}

/** What an order meets on its way in, beside what has happened to the world already. */
export interface Struck {
  /** The day on which the registration becomes active. */
  readonly activeOn?: CalendarDate;
}

/**
 * What is to happen between the moment an order was priced and the moment it is executed. It strikes in the world, and so
 * whichever double the order came through.
 */
export class Surprises {
  readonly #schedule = new Schedule<WorldSurprise>();
  readonly #accounts: AccountBook;
  readonly #catalogue: Catalogue;

  constructor(accounts: AccountBook, catalogue: Catalogue) {
    this.#accounts = accounts;
    this.#catalogue = catalogue;
  }

  add(surprise: WorldSurprise): this {
    checkCount('times', surprise.times ?? 1, 1);
    checkCount('after', surprise.after ?? 0, 0);
    if (!surpriseNames.includes(surprise.surprise)) {
      const known = surpriseNames.join(', ');
      throw new Error(`there is no surprise "${surprise.surprise}"; choose from ${known}`);
    }
    this.#schedule.add(surprise);
    return this;
  }

  /** Lets happen what awaits an order. */
  strike(order: ComingOrder): Struck {
    const domain = order.domain.toLowerCase();
    const premium = this.#catalogue.premiumOf(domain) !== undefined;
    const found = this.#schedule.take({ operation: order.kind, domain }, ({ surprise }) =>
      canStrike(surprise, order.kind, premium),
    );
    switch (found?.surprise) {
      case undefined:
        return {};
      case 'premium-price-changed':
        this.#raisePremium(domain, order.kind, found.to);
        return {};
      case 'listed-price-changed':
        this.#raiseListed(domain, order.kind, found.to);
        return {};
      case 'name-taken':
        this.#catalogue.setTaken(domain);
        return {};
      case 'balance-spent':
        for (const held of this.#accounts.get(order.account).balances)
          this.#accounts.deposit(order.account, multiplyMoney(held, -1));
        return {};
      case 'pending-until':
        return { activeOn: found.until };
    }
  }

  /** What has not struck as often as it was to. */
  pending(): readonly WorldSurprise[] {
    return this.#schedule.pending();
  }

  /** What was planned and has not struck once. */
  unstruck(): readonly WorldSurprise[] {
    return this.#schedule.unstruck();
  }

  clear(): void {
    this.#schedule.clear();
  }

  #raisePremium(domain: string, kind: PricedOperation, to: Money | undefined): void {
    const premium = this.#catalogue.premiumOf(domain);
    if (premium === undefined) return;
    const prices = raised(premium.prices, kind, to);
    this.#catalogue.setPremium({ ...premium, prices });
  }

  #raiseListed(domain: string, kind: PricedOperation, to: Money | undefined): void {
    const tld = this.#catalogue.tldOf(domain);
    if (tld !== undefined) this.#catalogue.setTld({ ...tld, prices: raised(tld.prices, kind, to) });
  }
}

function canStrike(
  surprise: WorldSurprise['surprise'],
  kind: PricedOperation,
  premium: boolean,
): boolean {
  switch (surprise) {
    case 'premium-price-changed':
      return premium;
    case 'listed-price-changed':
      return !premium;
    case 'name-taken':
    case 'pending-until':
      return kind === 'registerDomain';
    case 'balance-spent':
      return true;
  }
}

function raised(prices: WorldPrices, kind: PricedOperation, to: Money | undefined): WorldPrices {
  const before: Amounts = prices[kind];
  const after =
    to === undefined
      ? before.map((amount) => multiplyMoney(amount, 2))
      : [...before.filter(({ currency }) => currency !== to.currency), to];
  return { ...prices, [kind]: after };
}
