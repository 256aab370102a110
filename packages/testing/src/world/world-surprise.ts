import type { CalendarDate, Money, PricedOperation } from '@registrar-kit/core';

/** What can have happened to an order by the time the registrar executes it, by name. */
export const surpriseNames = [
  /**
   * A premium name costs more than when its price was read. Only orders for premium names are struck. A registrar that wants the
   * price repeated refuses them; one that takes no price charges the new one.
   */
  'premium-price-changed',
  /** A name without a price of its own costs more than when its price was read: registrars charge it without asking. */
  'listed-price-changed',
  /** Somebody else registers the name first. */
  'name-taken',
  /** The balance was spent elsewhere. */
  'balance-spent',
  /** The registration is accepted and paid, and becomes active on `until`. */
  'pending-until',
] as const;

/** One of {@link surpriseNames}. */
export type SurpriseName = (typeof surpriseNames)[number];

/** Which orders a surprise awaits, and how many of them. */
interface OrderOccasion<Operation extends PricedOperation> {
  /** @defaultValue any that it can strike */
  readonly operation?: Operation;
  /** @defaultValue any domain */
  readonly domain?: string;
  /** @defaultValue 1 */
  readonly times?: number;
  /** How many matching orders pass before it strikes. @defaultValue 0 */
  readonly after?: number;
}

/** A surprise to come. */
export type WorldSurprise =
  | (OrderOccasion<PricedOperation> & {
      readonly surprise: 'premium-price-changed' | 'listed-price-changed';
      /** The new price of one year, without fees. @defaultValue double */
      readonly to?: Money;
    })
  | (OrderOccasion<'registerDomain'> & { readonly surprise: 'name-taken' })
  | (OrderOccasion<PricedOperation> & { readonly surprise: 'balance-spent' })
  | (OrderOccasion<'registerDomain'> & {
      readonly surprise: 'pending-until';
      readonly until: CalendarDate;
    });
