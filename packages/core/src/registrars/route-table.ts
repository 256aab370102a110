import type { DomainName } from '../values/domain-name.js';

/** Which accounts are responsible for a domain or an ending, and by which rule. */
export interface Route {
  /** The account that manages it; absent where no rule names one. */
  readonly manager?: string;
  /** The accounts that sell it, in the order in which they are asked. */
  readonly sellers: readonly string[];
  /** The rule that decided, by its path in the configuration with the ending in A-label form; absent where none did. */
  readonly rule?: string;
}

/** The rules of a configuration, with every name in its A-label form. */
export interface RouteRules {
  readonly domains: ReadonlyMap<DomainName, string>;
  readonly tlds: ReadonlyMap<string, readonly string[]>;
  /** `undefined` where the configuration leaves it open. */
  readonly default: readonly string[] | undefined;
}

/** Finds the accounts that are responsible: a domain's own rule, then the longest ending, then the default. */
export class RouteTable {
  readonly #rules: RouteRules;
  readonly #names: readonly string[];

  /** @param names - all accounts, in the order of the configuration */
  constructor(rules: RouteRules, names: readonly string[]) {
    this.#rules = rules;
    this.#names = names;
  }

  ofDomain(domain: DomainName): Route {
    const byEnding = this.#ofEndings(domain.split('.').slice(1));
    const manager = this.#rules.domains.get(domain);
    if (manager === undefined) return byEnding;
    // Whoever has the domain knows it best, and can still be compared with the others.
    const sellers = [...new Set([manager, ...byEnding.sellers])];
    return { manager, sellers, rule: `routes.domains.${domain}` };
  }

  /** @param tld - in A-label form */
  ofTld(tld: string): Route {
    return this.#ofEndings(tld.split('.'));
  }

  #ofEndings(labels: readonly string[]): Route {
    for (const start of labels.keys()) {
      const tld = labels.slice(start).join('.');
      const sellers = this.#rules.tlds.get(tld);
      if (sellers !== undefined) return routeTo(sellers, `routes.tlds.${tld}`);
    }
    if (this.#rules.default !== undefined) return routeTo(this.#rules.default, 'routes.default');
    const [only, ...others] = this.#names;
    return only !== undefined && others.length === 0
      ? { manager: only, sellers: this.#names }
      : { sellers: this.#names };
  }
}

function routeTo(sellers: readonly string[], rule: string): Route {
  const [manager] = sellers;
  return { ...(manager === undefined ? {} : { manager }), sellers, rule };
}
