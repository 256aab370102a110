export interface GetTldRequirementsInput {
  readonly tld: string;
}

/** One extra field that a registry wants at registration. */
export interface TldAttribute {
  /** Put it under this key into `tldAttributes`. */
  readonly key: string;
  readonly description?: string;
  readonly required: boolean;
  /** The permitted values; absent for free text. */
  readonly options?: readonly { readonly value: string; readonly label?: string }[];
}

export interface TldRequirements {
  readonly tld: string;
  readonly attributes: readonly TldAttribute[];
}
