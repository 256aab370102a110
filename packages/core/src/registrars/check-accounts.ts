import type { InputIssue } from '../errors/input-issue.js';
import { journalScopeOf } from '../outcome/journal-scope.js';
import type { Registrar } from '../registrar.js';
import type { RouteRules, RouteTable } from './route-table.js';

/** What is wrong with accounts beside each other, as it shows once they are there. */
export function checkAccounts(
  registrars: ReadonlyMap<string, Registrar>,
  rules: RouteRules,
  table: RouteTable,
): readonly InputIssue[] {
  return [...twins(registrars), ...mixtures(registrars, rules, table)];
}

/** Orders, leases and quota belong to an account: under two names it would be asked twice and compared with itself. */
function twins(registrars: ReadonlyMap<string, Registrar>): readonly InputIssue[] {
  const firstOf = new Map<string, string>();
  return [...registrars].flatMap(([name, { scope }]) => {
    const key = journalScopeOf(scope);
    const first = firstOf.get(key);
    if (first === undefined) {
      firstOf.set(key, name);
      return [];
    }
    return [
      {
        path: `registrars.${name}`,
        problem: `is the same account as registrars.${first}, at ${scope.host}`,
        cure: 'keep one of the two: quota and orders belong to the account, whatever it is called here',
      },
    ];
  });
}

/** A price of the sandbox beside one of the live account would mislead whoever compares them. */
function mixtures(
  registrars: ReadonlyMap<string, Registrar>,
  rules: RouteRules,
  table: RouteTable,
): readonly InputIssue[] {
  const lists = [
    ...[...rules.domains.keys()].map(
      (domain) => [`routes.domains.${domain}`, table.ofDomain(domain).sellers] as const,
    ),
    ...[...rules.tlds].map(([tld, sellers]) => [`routes.tlds.${tld}`, sellers] as const),
    ['routes.default', rules.default ?? [...registrars.keys()]] as const,
  ];
  return lists.flatMap(([path, sellers]) => {
    const environments = sellers.map((name) => registrars.get(name)?.environment);
    if (new Set(environments).size < 2) return [];
    const left = path === 'routes.default' && rules.default === undefined;
    const what = left ? 'is missing, so that all accounts are compared' : 'compares accounts';
    const who = sellers.map((name, index) => `${name} is ${String(environments[index])}`);
    return [
      {
        path,
        problem: `${what}, which are of two environments: ${who.join(', ')}`,
        cure: 'let each rule name accounts of one environment only',
      },
    ];
  });
}
