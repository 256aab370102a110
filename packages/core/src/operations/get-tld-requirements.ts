/** The ending that is asked about. */
export interface GetTldRequirementsInput {
  /** With or without a leading dot: `us`, `.com.tr`. */
  readonly tld: string;
}

/** One extra field that a registry wants at registration. */
export interface TldAttribute {
  /** Put it under this key into `tldAttributes`. */
  readonly key: string;
  readonly description?: string;
  /** Whether a registration without it is refused in any case; what depends on other fields says so in `description`. */
  readonly required: boolean;
  /** The permitted values; absent for free text. */
  readonly options?: readonly { readonly value: string; readonly label?: string }[];
}

/** The extra fields of an ending. */
export interface TldRequirements {
  readonly tld: string;
  /**
   * Whether the provider states the fields of this ending. `false`: it says nothing of them, `attributes` is empty, and what
   * the registry wants can still be given as `tldAttributes`; it is passed on as it is.
   */
  readonly stated: boolean;
  readonly attributes: readonly TldAttribute[];
}
