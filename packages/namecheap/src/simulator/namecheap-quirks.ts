/** Where answers of the vendor were seen to differ, or are documented to differ from what is seen. */
export interface NamecheapQuirks {
  /**
   * Names and words as live answers spell them (`host`, `HostId`, `register`), or as the vendor's pages do (`Host`, `HostID`,
   * `REGISTER`). @defaultValue 'live'
   */
  readonly spelling: 'live' | 'documented';
  /** Whether the XML declaration stands in front. @defaultValue true */
  readonly declaration: boolean;
  /** The namespace of the root: two addresses were seen, and pages without one. @defaultValue 'http' */
  readonly namespace: 'http' | 'https' | 'none';
  /** Whether the envelope holds `Warnings` although there are none. @defaultValue true */
  readonly emptyWarnings: boolean;
  /** How `RequestedCommand` repeats the command. @defaultValue 'lower-case' */
  readonly requestedCommand: 'lower-case' | 'as-known';
  /** Whether a result of zeros and empty texts stands beside errors. @defaultValue true */
  readonly skeletons: boolean;
  /** How a date is written that never comes. @defaultValue 'iso' */
  readonly neverDate: 'iso' | 'slashes';
  /** Whether attributes are there that older answers had not: premium names, premium DNS, FreeDNS. @defaultValue true */
  readonly newerAttributes: boolean;
  /**
   * What getHosts answers for a domain that other servers serve: `IsUsingOurDNS="false"` without records, or error 2030288.
   * @defaultValue 'flag'
   */
  readonly unservedZone: 'flag' | 'error';
  /** What setHosts does to records that getHosts does not show, such as SRV; nobody knows. @defaultValue 'kept' */
  readonly hiddenRecords: 'kept' | 'lost';
  /** The number that more than 150 records are answered with; both are documented. @defaultValue '4013288' */
  readonly tooManyRecords: '3013288' | '4013288';
  /**
   * Where a failure of the registry stands in answers of ns.*: among the errors, or under status OK on the result alone.
   * @defaultValue 'errors'
   */
  readonly hostFailures: 'errors' | 'result';
  /** Whether getPricing keeps to ActionName; clients were told to filter again. @defaultValue 'honoured' */
  readonly pricingFilter: 'honoured' | 'ignored';
}

const usual: NamecheapQuirks = {
  spelling: 'live',
  declaration: true,
  namespace: 'http',
  emptyWarnings: true,
  requestedCommand: 'lower-case',
  skeletons: true,
  neverDate: 'iso',
  newerAttributes: true,
  unservedZone: 'flag',
  hiddenRecords: 'kept',
  tooManyRecords: '4013288',
  hostFailures: 'errors',
  pricingFilter: 'honoured',
};

/** All quirks, the usual ones where none are asked for. */
export function quirksOf(asked: Partial<NamecheapQuirks> = {}): NamecheapQuirks {
  return { ...usual, ...asked };
}
