import type { InputIssue } from '../errors/input-issue.js';
import { readTld } from '../portable/input-fields.js';
import { readDomainName, type DomainName } from '../values/domain-name.js';
import { quoteValue } from '../values/quote-value.js';
import { isFields, nameOf } from './fields.js';
import type { RouteRules } from './route-table.js';

/** The rules of a configuration, and everything that is wrong with them. */
export interface RoutesReading {
  readonly rules: RouteRules;
  readonly issues: readonly InputIssue[];
}

const knownFields = ['domains', 'tlds', 'default'];

/**
 * Reads the routes of a configuration.
 *
 * @param value - what stands as `routes`, if anything
 * @param names - every account of the configuration, also those that are faulty themselves
 */
export function readRoutes(value: unknown, names: readonly string[]): RoutesReading {
  const reader = new RoutesReader(names);
  if (value === undefined) return { rules: reader.rules({}), issues: [] };
  if (!isFields(value)) {
    const cure = 'give { "domains": …, "tlds": …, "default": … }, or leave it out';
    return {
      rules: reader.rules({}),
      issues: [{ path: 'routes', problem: 'is not an object', cure }],
    };
  }
  const rules = reader.rules(value);
  return { rules, issues: reader.issues };
}

class RoutesReader {
  readonly issues: InputIssue[] = [];
  readonly #names: readonly string[];

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  rules(routes: Readonly<Record<string, unknown>>): RouteRules {
    for (const field of Object.keys(routes)) {
      if (!knownFields.includes(field))
        this.#fault(`routes.${nameOf(field)}`, 'is not a field of routes', knownCure);
    }
    return {
      domains: this.#table(routes['domains'], 'routes.domains', toDomain, (target, path) =>
        this.#account(target, path),
      ),
      tlds: this.#table(routes['tlds'], 'routes.tlds', toTld, (target, path) =>
        this.#accounts(target, path),
      ),
      default:
        routes['default'] === undefined
          ? undefined
          : this.#accounts(routes['default'], 'routes.default'),
    };
  }

  /** Rules by what they are for; two spellings of one name would be two rules for one thing. */
  #table<Name extends string, Target>(
    table: unknown,
    path: string,
    read: (key: string) => KeyReading<Name>,
    targetOf: (value: unknown, path: string) => Target | undefined,
  ): ReadonlyMap<Name, Target> {
    const rules = new Map<Name, Target>();
    if (table === undefined) return rules;
    if (!isFields(table)) {
      this.#fault(path, 'is not an object', 'give names with the registrars responsible for them');
      return rules;
    }
    const writtenAs = new Map<Name, string>();
    for (const [key, value] of Object.entries(table)) {
      const own = `${path}.${nameOf(key)}`;
      const target = targetOf(value, own);
      const reading = read(key);
      if (!reading.ok) {
        this.#fault(own, reading.problem, reading.cure);
        continue;
      }
      const before = writtenAs.get(reading.name);
      writtenAs.set(reading.name, own);
      if (before !== undefined) this.#fault(own, `is the same as ${before}`, 'keep one of the two');
      else if (target !== undefined) rules.set(reading.name, target);
    }
    return rules;
  }

  #account(value: unknown, path: string): string | undefined {
    if (typeof value === 'string') return this.#known(value, path);
    this.#fault(path, 'is not the name of a registrar', this.#choice);
    return undefined;
  }

  #accounts(value: unknown, path: string): readonly string[] {
    const named: readonly unknown[] = Array.isArray(value) ? value : [value];
    const accounts: string[] = [];
    for (const name of named) {
      const account = this.#account(name, path);
      if (account === undefined) continue;
      if (accounts.includes(account))
        this.#fault(path, `names ${quoteValue(account)} twice`, 'name each registrar once');
      else accounts.push(account);
    }
    return accounts;
  }

  #known(name: string, path: string): string | undefined {
    if (this.#names.includes(name)) return name;
    this.#fault(path, `names ${quoteValue(name)}, and no registrar is called so`, this.#choice);
    return undefined;
  }

  get #choice(): string {
    return this.#names.length === 0
      ? 'give it an entry in registrars'
      : `choose from: ${this.#names.join(', ')}`;
  }

  #fault(path: string, problem: string, cure: string): void {
    this.issues.push({ path, problem, cure });
  }
}

type KeyReading<Name extends string> =
  | { readonly ok: true; readonly name: Name }
  | { readonly ok: false; readonly problem: string; readonly cure: string };

const knownCure = `remove it or correct its spelling; there are ${knownFields.join(', ')}`;

function toDomain(key: string): KeyReading<DomainName> {
  const reading = readDomainName(key);
  return reading.ok ? { ok: true, name: reading.domain } : reading;
}

function toTld(key: string): KeyReading<string> {
  const tld = readTld(key);
  if (tld === undefined)
    return {
      ok: false,
      problem: 'is not a top-level domain',
      cure: 'give an ending such as com or co.uk',
    };
  // A rule that no name can ever meet was meant for something else.
  const met = [`a.${tld}`, `a.a.${tld}`].some((domain) => readDomainName(domain).ok);
  return met
    ? { ok: true, name: tld }
    : { ok: false, problem: 'is a domain, not an ending', cure: 'put it under routes.domains' };
}
