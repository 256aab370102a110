import { z } from 'zod';
import { systemClock, type Clock } from '../config/clock.js';
import type { RegistrarRuntime } from '../config/registrar-runtime.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { DomainUnavailableError } from '../errors/domain-unavailable-error.js';
import type { ErrorOperation, ErrorOrigin } from '../errors/error-origin.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { CallOptions } from '../operations/call-options.js';
import type { CheckAvailabilityInput } from '../operations/check-availability.js';
import type { DomainInput } from '../operations/domain-input.js';
import type { ListDomainsInput } from '../operations/list-domains.js';
import type { QuoteInput } from '../operations/quote.js';
import type { PricedOperation } from '../operations/get-prices.js';
import { textOfInput, toInvalidName } from '../portable/availability-reader.js';
import { checkOptions } from '../portable/call-options.js';
import { domainField, mostYears, tldField } from '../portable/input-fields.js';
import { namesSchema } from '../portable/operations/check-availability.js';
import { listDomainsSchema } from '../portable/operations/lists.js';
import { quoteSchemaFor } from '../portable/operations/quote.js';
import { parseInput } from '../portable/parse-input.js';
import type { Registrar } from '../registrar.js';
import { readDomainName, splitDomainName } from '../values/domain-name.js';
import { quoteValue } from '../values/quote-value.js';
import { checkAcross, type RoutedAvailability } from './check-across.js';
import { compareQuotes, type QuoteComparison } from './compare-quotes.js';
import { listAcross, type ListedDomain } from './list-across.js';
import { locateDomain, type DomainLocation } from './locate-domain.js';
import type { Registrars, RouteSubject } from './registrars.js';
import type { Route, RouteTable } from './route-table.js';
import { withinDeadline } from './shared-deadline.js';

const domainSchema = z.strictObject({ domain: domainField });
const tldSchema = z.strictObject({ tld: tldField });
const unanswered = { availability: 'unknown', reason: 'missing_from_answer' } as const;

/** The accounts of a configuration behind its routes. */
export class RoutedRegistrars implements Registrars {
  readonly names: readonly string[];
  readonly #registrars: ReadonlyMap<string, Registrar>;
  readonly #routes: RouteTable;
  readonly #clock: Clock;

  constructor(
    registrars: ReadonlyMap<string, Registrar>,
    routes: RouteTable,
    { clock = systemClock }: RegistrarRuntime,
  ) {
    this.names = [...registrars.keys()];
    this.#registrars = registrars;
    this.#routes = routes;
    this.#clock = clock;
  }

  get(name: string): Registrar {
    const registrar = this.#registrars.get(name);
    if (registrar !== undefined) return registrar;
    const problem = `${quoteValue(name)} is the name of no registrar`;
    const cure = `choose from: ${this.names.join(', ')}`;
    throw new InvalidInputError({
      ...originOf('chooseRegistrar'),
      issues: [{ path: 'name', problem, cure }],
    });
  }

  forDomain(domain: string): Registrar {
    return this.#managerOf({ domain });
  }

  forTld(tld: string): Registrar {
    return this.#managerOf({ tld });
  }

  routeOf(subject: RouteSubject): Route {
    const origin = originOf('chooseRegistrar');
    return asksForTld(subject)
      ? this.#routes.ofTld(parseInput(tldSchema, subject, origin).tld)
      : this.#routes.ofDomain(parseInput(domainSchema, subject, origin).domain);
  }

  async checkAvailability(
    input: CheckAvailabilityInput,
    options?: CallOptions,
  ): Promise<readonly RoutedAvailability[]> {
    const origin = originOf('checkAvailability');
    const { domains } = parseInput(namesSchema, input, origin);
    checkOptions(options, undefined, origin);
    const readings = domains.map((name) => readDomainName(name));
    const valid = new Set(readings.flatMap((reading) => (reading.ok ? [reading.domain] : [])));
    const answers = await withinDeadline(options, this.#clock, (within) =>
      checkAcross(
        [...valid],
        (domain) => this.#routes.ofDomain(domain).sellers,
        (name) => this.get(name),
        within,
      ),
    );
    return readings.map((reading, index): RoutedAvailability => {
      const given: unknown = domains[index];
      if (!reading.ok) return toInvalidName(given, index, reading, origin);
      const { domain } = reading;
      const answer = answers.get(domain) ?? { domain, ...unanswered };
      return { ...answer, input: textOfInput(given) };
    });
  }

  async quote(input: QuoteInput, options?: CallOptions): Promise<QuoteComparison> {
    const origin = originOf('quote');
    const order = parseInput(quoteSchemaFor(input, mostYearsOf), input, origin);
    checkOptions(options, undefined, origin);
    const { domain } = order;
    const { sellers, rule = 'routes' } = this.#routes.ofDomain(domain);
    if (sellers.length === 0) {
      throw new DomainUnavailableError({
        ...origin,
        domain,
        detail: `no registrar is configured to sell .${splitDomainName(domain).tld}: ${rule} names none`,
        causes: ['tld_not_sold'],
      });
    }
    const accounts = sellers.map((name) => [name, this.get(name)] as const);
    return compareQuotes(order, accounts, options);
  }

  async locateDomain(input: DomainInput, options?: CallOptions): Promise<DomainLocation> {
    const origin = originOf('locateDomain');
    const { domain } = parseInput(domainSchema, input, origin);
    checkOptions(options, undefined, origin);
    return locateDomain(domain, this.#registrars, options);
  }

  listDomains(input: ListDomainsInput = {}, options?: CallOptions): AsyncIterable<ListedDomain> {
    const registrars = this.#registrars;
    return {
      async *[Symbol.asyncIterator]() {
        const origin = originOf('listDomains');
        const { search } = parseInput(listDomainsSchema, input, origin);
        checkOptions(options, undefined, origin);
        yield* listAcross(search === undefined ? {} : { search }, registrars, options);
      },
    };
  }

  #managerOf(subject: RouteSubject): Registrar {
    const { manager, rule } = this.routeOf(subject);
    if (manager !== undefined) return this.get(manager);
    const name = 'domain' in subject ? subject.domain : `.${subject.tld}`;
    const choice = this.names.join(', ');
    throw new ConfigurationError({
      ...originOf('chooseRegistrar'),
      issues: [
        rule === undefined
          ? {
              path: 'routes',
              problem: `names no registrar for ${quoteValue(name)}`,
              cure: `name one of ${choice} in routes.domains, routes.tlds or routes.default`,
            }
          : {
              path: rule,
              problem: `names no registrar, so that none manages ${quoteValue(name)}`,
              cure: `name one of ${choice} there, or in routes.domains`,
            },
      ],
    });
  }
}

function asksForTld(subject: unknown): boolean {
  try {
    return 'tld' in Object(subject);
  } catch {
    // What throws when it is looked at is told when it is parsed.
    return false;
  }
}

/** What some account may sell; each says itself how many years it does. */
function mostYearsOf(operation: PricedOperation): number {
  return operation === 'transferDomain' || operation === 'restoreDomain' ? 1 : mostYears;
}

function originOf(operation: ErrorOperation): ErrorOrigin {
  return { provider: 'registrar-kit', operation };
}
