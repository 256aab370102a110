import type { QuotaStore } from '@registrar-kit/core';

/** One store, empty at first; every scenario gets one of its own. */
export interface QuotaStoreSubject {
  /** Opens the store as one more process would. Its leases last 1,000 ms. */
  open(): QuotaStore | Promise<QuotaStore>;
  /** Makes the store forget everything, as a server does that kept nothing over a restart. */
  empty(): Promise<void>;
  /** Closes all that is open and removes what was stored. */
  destroy(): Promise<void>;
}

/** What the author of a store supplies. */
export interface QuotaStoreHarness {
  create(): QuotaStoreSubject | Promise<QuotaStoreSubject>;
}
