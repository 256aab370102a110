/** How many years can be bought at once. */
export interface YearRange {
  readonly min: number;
  readonly max: number;
}

/** An ending that the provider knows. Fields that it does not state are absent. */
export interface Tld {
  /** Without a leading dot, in A-label form: `com`, `co.uk`, `xn--p1ai`. */
  readonly tld: string;
  /** Whether names can be registered through the interface. */
  readonly registrable: boolean;
  /** `false` where a registration waits for the registry, for days at times, before the domain is there. */
  readonly instantRegistration?: boolean;
  readonly renewable?: boolean;
  readonly transferable?: boolean;
  readonly registrationYears?: YearRange;
  readonly renewalYears?: YearRange;
  readonly labelLength?: YearRange;
  readonly needsAuthCode?: boolean;
  readonly supportsIdn?: boolean;
  readonly supportsLock?: boolean;
  readonly supportsPrivacy?: boolean;
}
