import type {
  CalendarDate,
  ContactSet,
  DomainStatus,
  Money,
  PricedOperation,
} from '@registrar-kit/core';
import type { LedgerEntry } from './ledger.js';
import type { WorldDomain } from './world-domain.js';
import type { Amounts, WorldTld } from './world-tld.js';
import type { PremiumName } from './world-names.js';

/** What a price is asked for. */
export interface WorldPriceRequest {
  readonly operation: PricedOperation;
  readonly domain: string;
  /** @defaultValue 1 */
  readonly years?: number;
  readonly currency: string;
}

/** What an order costs, with its parts. */
export interface WorldPrice {
  /** Everything together: what is taken from the balance. */
  readonly total: Money;
  /** One year without the fees. */
  readonly perYear: Money;
  /** The ICANN fee of one year; absent where there is none. */
  readonly feePerYear?: Money;
  /** Once, on top; absent where there is none. */
  readonly earlyAccessFee?: Money;
  readonly premium: boolean;
}

/** What the registry says of a name. */
export type WorldAvailability =
  | {
      readonly status: 'available';
      readonly tld: WorldTld;
      readonly premium?: PremiumName;
      readonly earlyAccessFee?: Amounts;
    }
  | {
      readonly status: 'taken';
      readonly tld: WorldTld;
      readonly because: 'registered' | 'reserved';
      readonly premium?: PremiumName;
    }
  /** The ending is not in the catalogue, or is not sold to resellers. */
  | { readonly status: 'not_sold'; readonly tld: WorldTld | undefined }
  /** The ending does not take such a label: its length, or international characters. */
  | { readonly status: 'invalid'; readonly tld: WorldTld | undefined; readonly because: string };

/** A registration to execute. */
export interface WorldRegistration {
  readonly account: string;
  readonly domain: string;
  readonly years: number;
  readonly contacts: ContactSet;
  /** Empty or left out: the provider's own. */
  readonly nameservers?: readonly string[];
  readonly locked?: boolean;
  readonly privacy?: boolean;
  readonly autoRenew?: boolean;
  readonly tldAttributes?: Readonly<Record<string, string>>;
  /** @defaultValue the currency of the account's first balance */
  readonly currency?: string;
  /** Refuses the order when it costs anything else; for vendors that want the price repeated. */
  readonly acceptedTotal?: Money;
}

/** A renewal to execute. */
export interface WorldRenewal {
  readonly account: string;
  readonly domain: string;
  readonly years: number;
  /** @defaultValue the currency of the account's first balance */
  readonly currency?: string;
  /** Refuses the order when it costs anything else. */
  readonly acceptedTotal?: Money;
}

/** A restore to execute. Its one price holds a year, or more where the domain expired longer ago. */
export interface WorldRestore {
  readonly account: string;
  readonly domain: string;
  /** The states out of which the vendor restores. @defaultValue redemption only */
  readonly from?: readonly DomainStatus[];
  /** @defaultValue the currency of the account's first balance */
  readonly currency?: string;
  /** Refuses the order when it costs anything else. */
  readonly acceptedTotal?: Money;
}

/** An executed purchase. */
export interface WorldReceipt {
  readonly domain: WorldDomain;
  readonly entry: LedgerEntry;
}

/** An executed renewal or restore. */
export interface WorldRenewalReceipt extends WorldReceipt {
  readonly previousExpiresOn: CalendarDate;
}
