/** The input of operations that need nothing but the domain. */
export interface DomainInput {
  /** Any case, Unicode or A-label, with or without a trailing dot. */
  readonly domain: string;
}
