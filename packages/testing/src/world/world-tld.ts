import type { Money, PricedOperation, TldAttribute, YearRange } from '@registrar-kit/core';

/** One amount for each currency in which the thing is sold. */
export type Amounts = readonly Money[];

/** What each paid operation costs, per year; a restore has one price. */
export type WorldPrices = Readonly<Record<PricedOperation, Amounts>>;

/** How long a name stays in each stage after it has expired, in days. */
export interface WorldLifecycle {
  /** Expired and still renewable at the usual price. */
  readonly renewGraceDays: number;
  /** Only restorable, at the restore price. */
  readonly redemptionDays: number;
  /** Beyond saving, not yet free. */
  readonly pendingDeleteDays: number;
}

/** An extra field that a registry wants. */
export interface WorldTldAttribute extends TldAttribute {
  /** Wanted too where another field has this value. */
  readonly requiredWhen?: { readonly key: string; readonly value: string };
}

/** An ending as the registry and the registrars of this world sell it. */
export interface WorldTld {
  /** Without a leading dot, in A-label form. */
  readonly tld: string;
  readonly registrable: boolean;
  readonly renewable: boolean;
  readonly transferable: boolean;
  readonly registrationYears: YearRange;
  readonly renewalYears: YearRange;
  /** Characters of the label in A-label form. */
  readonly labelLength: YearRange;
  /** A registration is accepted and paid, and becomes active later: documents, or a registry that is not real-time. */
  readonly pendingRegistration: boolean;
  readonly supportsLock: boolean;
  readonly supportsPrivacy: boolean;
  readonly supportsIdn: boolean;
  readonly needsAuthCode: boolean;
  /** Without the fee. */
  readonly prices: WorldPrices;
  /** ICANN fee for each year of a registration, renewal or transfer, on top of the price. Empty where there is none. */
  readonly fee: Amounts;
  readonly lifecycle: WorldLifecycle;
  /** Extra fields that a registration is checked for; others are taken as they come. @defaultValue none */
  readonly attributes?: readonly WorldTldAttribute[];
}
