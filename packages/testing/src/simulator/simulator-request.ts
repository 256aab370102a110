/** A request as it reaches the vendor. */
export interface SimulatorRequest {
  /** In capitals. */
  readonly method: string;
  /** With the query, such as `/api/v1/domains?SkipCount=0`. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where the vendor sees the request come from. */
  readonly remoteAddress: string;
}
