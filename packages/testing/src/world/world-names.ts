import type { Amounts, WorldPrices } from './world-tld.js';

/** A name that the registry sells at a price of its own. */
export interface PremiumName {
  /** In A-label form. */
  readonly domain: string;
  /** For all operations, per year; a restore has one price. */
  readonly prices: WorldPrices;
}

/** A name on sale early, for a fee on top of its price. */
export interface EarlyAccessName {
  readonly domain: string;
  /** Once, whatever the number of years. */
  readonly fee: Amounts;
}

/** Names that are not simply free. */
export interface WorldNames {
  /** Registered by others, elsewhere. */
  readonly taken: readonly string[];
  readonly premium: readonly PremiumName[];
  readonly earlyAccess: readonly EarlyAccessName[];
  /** Kept back by the registry. */
  readonly reserved: readonly string[];
}
