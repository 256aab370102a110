import type { InputIssue } from '../errors/input-issue.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import { nameOf } from './fields.js';

/** Where a field stands in the configuration. */
export interface FieldPlace {
  readonly path: string;
  /** Whether it is meant for the accounts of all providers. */
  readonly shared: boolean;
}

/** A fault in the configuration of one account. */
export interface AccountFault {
  /** The account's. */
  readonly name: string;
  readonly issue: InputIssue;
  readonly shared: boolean;
}

/** What a provider has against a configuration, at the places where the caller wrote it. */
export function faultsOf(
  thrown: unknown,
  name: string,
  placeOf: (path: string) => FieldPlace,
): readonly AccountFault[] {
  const issues = isRegistrarError(thrown, 'CONFIGURATION_INVALID') ? thrown.issues : [unreadable];
  return issues.map((issue) => {
    const { path, shared } = placeOf(issue.path);
    return { name, issue: { ...issue, path }, shared };
  });
}

/** What something else threw, such as a getter of the configuration, could hold anything. */
const unreadable: InputIssue = {
  path: 'configuration',
  problem: 'cannot be read: reading it throws an error of its own',
  cure: 'give plain data',
};

/**
 * All faults in the order found. What several accounts have against one field is said once.
 *
 * @param checked - the accounts whose providers looked at their configuration
 */
export function issuesOf(
  faults: readonly AccountFault[],
  checked: readonly string[],
): readonly InputIssue[] {
  const groups = new Map<string, { readonly fault: AccountFault; readonly names: string[] }>();
  for (const fault of faults) {
    const { path, problem, cure } = fault.issue;
    const key = JSON.stringify([path, problem, cure]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { fault, names: [fault.name] });
    else group.names.push(fault.name);
  }
  return [...groups.values()].map(({ fault: { issue, shared }, names }) => {
    if (!shared || names.length === checked.length) return issue;
    const who = names.map((name) => `"${nameOf(name)}"`).join(', ');
    return {
      ...issue,
      problem: `${issue.problem} for ${who}`,
      cure: `${issue.cure}, or move it into the entries of the registrars that it is for`,
    };
  });
}
