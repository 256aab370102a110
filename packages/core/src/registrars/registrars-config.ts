/**
 * The configuration of several accounts, as plain data: named accounts, what they share, and which of them is responsible
 * for what.
 *
 * Every other field beside `registrars` and `routes` is common to all accounts (`environment`, `proxy`, `timeoutMs`, …), and a
 * section named after a provider is common to the accounts of that provider (`"namecheap": { "clientIp": … }`). What an account
 * says itself comes before both.
 */
export interface RegistrarsConfig {
  /**
   * The accounts by name: up to 40 letters, digits, `-` and `_`, a letter first. Each holds `provider` and what its adapter
   * needs. The names appear in results, events and messages.
   */
  readonly registrars: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** @defaultValue all accounts sell everything, in the order in which they stand in `registrars` */
  readonly routes?: RegistrarRoutes;
  readonly [common: string]: unknown;
}

/** Which accounts are responsible for what. A domain's own rule comes first, then the longest ending, then `default`. */
export interface RegistrarRoutes {
  /** Domains that are managed by a certain account, whatever their ending says. */
  readonly domains?: Readonly<Record<string, string>>;
  /**
   * The accounts that sell an ending, in the order in which they are asked; the first manages its domains. A rule also covers
   * the longer endings that have none of their own: `uk` covers `co.uk`. An empty list sells the ending nowhere.
   */
  readonly tlds?: Readonly<Record<string, string | readonly string[]>>;
  /**
   * The same for all other endings.
   *
   * @defaultValue all accounts sell them, in the order in which they stand in `registrars`, and where there are several, none
   * manages a domain that no rule names
   */
  readonly default?: string | readonly string[];
}
