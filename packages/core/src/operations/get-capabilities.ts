/** Asks what can be done for one ending; without one, for the provider as a whole. */
export interface GetCapabilitiesInput {
  /** Without a leading dot, such as `co.uk`. */
  readonly tld?: string;
}
