/** How a call competes for the quota: a waiting customer comes before a nightly job. */
export type Lane = 'interactive' | 'bulk';

/** What every operation accepts beside its input. */
export interface CallOptions {
  /** Ends the call. An order that has already been sent is still journaled; the error says what is known. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds for the whole operation, waiting for the quota included; for each page of a list.
   * @defaultValue 60,000; for applyRecords 5,000 more for each record that is added or removed; 180,000 for paid operations; none for checkAvailability, where each request
   * has its own, for streamAvailability, where what is set is for each few requests, and for waitForOperation
   */
  readonly timeoutMs?: number;
  /** @defaultValue 'interactive'; 'bulk' for streamAvailability, listDomains and syncDomain */
  readonly lane?: Lane;
  /**
   * How old a kept answer may be, in milliseconds; 0 reads anew. For listTlds, getPrices, getTldRequirements and
   * getCapabilities; nothing else is ever kept, and the price of an order is always read anew.
   * @defaultValue what the capability says as `keptMs`
   */
  readonly maxAgeMs?: number;
}

/** What every paid operation accepts beside its input. */
export interface PaidCallOptions extends CallOptions {
  /**
   * Names this order: the same key and order give the recorded result instead of a second purchase.
   * @defaultValue derived from the order and valid for 24 hours; after a transfer that failed the same order is a new one
   */
  readonly idempotencyKey?: string;
  /** Does everything but the purchase, and answers what it would cost. */
  readonly dryRun?: boolean;
}
