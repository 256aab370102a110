import type { CallContext } from '../driver/call-context.js';
import type { FollowUp, PriceReading, Receipt } from '../driver/registrar-driver.js';
import type { PaidCallOptions } from '../operations/call-options.js';
import type { PriceConsent } from '../operations/price-consent.js';
import type { GuardReading } from './operation-journal.js';
import type { PricedOrder } from './price-agreement.js';

/** One paid operation as the purchase runner needs it: what is special to registering or renewing. */
export interface Purchase {
  readonly order: PricedOrder;
  readonly expectedExpiresOn?: string;
  readonly consent: PriceConsent;
  readonly options: PaidCallOptions | undefined;
  /** Reads what must be so before money moves, and the price; throws when it is not so. */
  guard(
    call: CallContext,
  ): Promise<{ readonly reading: PriceReading; readonly guard: GuardReading }>;
  /** Sends the order, once. */
  send(
    reading: PriceReading,
    call: CallContext,
  ): Promise<Receipt & { readonly followUps?: readonly FollowUp[] }>;
}
