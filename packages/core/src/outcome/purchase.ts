import type { CallContext } from '../driver/call-context.js';
import type { PriceReading, Receipt } from '../driver/registrar-driver.js';
import type { PaidCallOptions } from '../operations/call-options.js';
import type { PricedOperation } from '../operations/get-prices.js';
import type { SettingName } from '../operations/paid-result.js';
import type { PriceConsent } from '../operations/price-consent.js';
import type { GuardReading } from './operation-journal.js';
import type { PricedOrder } from './price-agreement.js';
import type { Wishes } from './wishes.js';

/** What was read just before money moves. */
export interface Guarded {
  readonly reading: PriceReading;
  readonly guard: GuardReading;
}

/** One paid operation as the purchase runner needs it: what is special to registering, renewing, restoring or transferring. */
export interface Purchase<Kind extends PricedOperation = PricedOperation> {
  readonly order: PricedOrder & { readonly operation: Kind };
  readonly expectedExpiresOn?: string;
  readonly consent: PriceConsent;
  readonly options: PaidCallOptions | undefined;
  /** The settings that the caller wishes beside it. */
  readonly wishes: Wishes;
  /** Those of them that an answer alone would tell to have come with the purchase. */
  readonly doubtfulWishes: readonly SettingName[];
  /** Reads what must be so before money moves, and the price; throws when it is not so. */
  guard(call: CallContext): Promise<Guarded>;
  /** Sends the order, once. */
  send(guarded: Guarded, call: CallContext): Promise<Receipt>;
}
