import type { CallOptions } from '../operations/call-options.js';
import type { CheckAvailabilityInput } from '../operations/check-availability.js';
import type { DomainInput } from '../operations/domain-input.js';
import type { ListDomainsInput } from '../operations/list-domains.js';
import type { QuoteInput } from '../operations/quote.js';
import type { Registrar } from '../registrar.js';
import type { DomainLocation } from './locate-domain.js';
import type { ListedDomain } from './list-across.js';
import type { QuoteComparison } from './compare-quotes.js';
import type { RoutedAvailability } from './check-across.js';
import type { Route } from './route-table.js';

/** Whose responsibility is asked for: a domain, or an ending without a leading dot. */
export type RouteSubject = { readonly domain: string } | { readonly tld: string };

/**
 * Several accounts at registrars, by name, and the rules by which domains go to them. Made by `createRegistrars`.
 *
 * What is done with one domain is done with the {@link Registrar} that `forDomain` or `get` answers. The operations here ask
 * several: one account that is down, slow or locked out costs only what nobody else can answer, and the result says so. Options
 * are handed on to every account; `timeoutMs` is for the whole of it, and of `listDomains` for each page.
 */
export interface Registrars {
  /** Every account, in the order of the configuration. */
  readonly names: readonly string[];

  /** The account of that name. @throws {@link InvalidInputError} that names the ones there are. */
  get(name: string): Registrar;

  /**
   * The account that manages a domain: that of the domain's own rule, else the first of its longest ending, else the first of
   * the default. Where a domain really is, `locateDomain` finds out.
   *
   * @throws {@link InvalidInputError} when it is no domain; {@link ConfigurationError} when no rule names an account for it.
   */
  forDomain(domain: string): Registrar;

  /** The same for an ending, for what is asked about endings, such as `getTldRequirements`. */
  forTld(tld: string): Registrar;

  /**
   * Which accounts are responsible, and by which rule, as plain data.
   *
   * @throws {@link InvalidInputError} when it is no domain, or no ending.
   */
  routeOf(subject: RouteSubject): Route;

  /**
   * Tells which names can be registered: one row for each input, in order, duplicates kept, with the account that answered. Each
   * name is asked of the first account that sells its ending; where that one cannot tell (it is down, refuses, leaves the name
   * out or does not sell the ending after all), of the next one. What nobody could tell is `unknown`, and never `available`.
   *
   * An account that fails as a whole is not asked again within the same call.
   *
   * @throws {@link InvalidInputError} on an empty list; CancelledError; and when every account that was asked failed, the error
   * of the first of them.
   */
  checkAvailability(
    input: CheckAvailabilityInput,
    options?: CallOptions,
  ): Promise<readonly RoutedAvailability[]>;

  /**
   * The exact price of one order at every account that sells the ending, asked at once and compared. Buy with
   * `registrars.get(row.registrar)` and `price: row.quote`. A renewal can be bought only where the domain is; the other prices
   * are what it would cost after a transfer.
   *
   * Keep the account's name with the order before buying: an `idempotencyKey` protects within one account only. After an
   * OutcomeUnknownError do not buy from another, since the first may have bought; settle it with `reconcileOperation` there.
   *
   * @returns also where no account can say a price; then every row holds the reason
   * @throws {@link InvalidInputError}; {@link DomainUnavailableError} when the routes let no account sell the ending;
   * CancelledError.
   */
  quote(input: QuoteInput, options?: CallOptions): Promise<QuoteComparison>;

  /**
   * Finds the accounts that hold a domain, by reading it in each, all at once: one read of each account's quota. Accounts that
   * say that they do not hold it and accounts that could not be asked are kept apart; only `complete` makes the former a proof.
   *
   * @throws {@link InvalidInputError}; CancelledError.
   */
  locateDomain(input: DomainInput, options?: CallOptions): Promise<DomainLocation>;

  /**
   * The domains of all accounts, one account after the other, each row with the account's name. An account that fails gives a
   * row with its error, after those that it could show, and the next one follows. Each iteration reads anew.
   *
   * @throws {@link InvalidInputError} for an input that no account can use; CancelledError. Both once it is iterated.
   */
  listDomains(input?: ListDomainsInput, options?: CallOptions): AsyncIterable<ListedDomain>;
}
