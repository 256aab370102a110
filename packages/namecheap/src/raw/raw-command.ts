import { createHash } from 'node:crypto';
import { InvalidInputError, type ErrorOrigin, type InputIssue } from '@registrar-kit/core';
import { globalParameters } from '../namecheap-client.js';
import { effectOfCommand, type CommandEffect } from './command-effects.js';

/** Parameters of a raw command, by the vendor's names. */
export type NamecheapRawParameters = Readonly<Record<string, string | number | boolean>>;

/** A raw command, checked. */
export interface RawCommand {
  /** With its `namecheap.` prefix. */
  readonly command: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly effect: CommandEffect;
  /** The same for the same command and parameters; tells nothing of their values. */
  readonly fingerprint: string;
  /** Values that must not come back in a message or an event. */
  readonly private: readonly string[];
}

const prefix = 'namecheap.';
const ownNames: ReadonlySet<string> = new Set(globalParameters.map((name) => name.toLowerCase()));

/** @throws InvalidInputError that names fields, never their values */
export function readRawCommand(
  command: unknown,
  parameters: unknown,
  origin: ErrorOrigin,
): RawCommand {
  const name = readName(command);
  const given = readParameters(parameters);
  const issues = [...(name === undefined ? [commandIssue] : []), ...given.issues];
  if (name === undefined || issues.length > 0) throw new InvalidInputError({ ...origin, issues });
  const { values } = given;
  return {
    command: `${prefix}${name}`,
    parameters: values,
    effect: effectOfCommand(name),
    fingerprint: fingerprintOf(name, values),
    private: Object.entries(values).flatMap(([key, value]) => (isPrivate(key) ? [value] : [])),
  };
}

const commandIssue: InputIssue = {
  path: 'command',
  problem: 'is not the name of a command',
  cure: 'give one such as namecheap.ssl.getList; see https://www.namecheap.com/support/api/methods/',
};

function readName(command: unknown): string | undefined {
  if (typeof command !== 'string') return undefined;
  const name = command.trim().replace(/^namecheap\./i, '');
  // 80 characters with the prefix is what the vendor takes.
  return /^[a-z]{1,30}(?:\.[a-z]{1,30}){1,3}$/i.test(name) && name.length <= 80 - prefix.length
    ? name
    : undefined;
}

interface ReadParameters {
  readonly values: Readonly<Record<string, string>>;
  readonly issues: readonly InputIssue[];
}

function readParameters(parameters: unknown): ReadParameters {
  try {
    return copyOf(parameters);
  } catch {
    const problem = 'cannot be read: a field of it throws';
    const cure = 'give plain data, such as JSON.parse answers';
    return { values: {}, issues: [{ path: 'parameters', problem, cure }] };
  }
}

function copyOf(parameters: unknown): ReadParameters {
  if (parameters === undefined) return { values: {}, issues: [] };
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) {
    const cure = 'give an object of names and values';
    return { values: {}, issues: [{ path: 'parameters', problem: 'is not an object', cure }] };
  }
  const values: [name: string, value: string][] = [];
  const issues: InputIssue[] = [];
  const seen = new Set<string>();
  for (const [name, value] of Object.entries(parameters) as [string, unknown][]) {
    const issue = nameIssue(name, seen) ?? valueIssue(name, value);
    seen.add(name.toLowerCase());
    if (issue === undefined) values.push([name, String(value)]);
    else issues.push(issue);
  }
  return { values: Object.fromEntries(values), issues };
}

function nameIssue(name: string, seen: ReadonlySet<string>): InputIssue | undefined {
  const path = `parameters.${name.replace(/\W/g, '').slice(0, 64)}`;
  if (!/^[a-z]\w{0,99}$/i.test(name)) {
    const cure = "take the names from the vendor's page of the command";
    return { path, problem: 'is not the name of a parameter', cure };
  }
  if (ownNames.has(name.toLowerCase())) {
    const cure = 'leave it out; to act for another account, configure another registrar';
    return { path, problem: 'comes from the configuration and the command', cure };
  }
  if (!seen.has(name.toLowerCase())) return undefined;
  const problem = 'is given twice in different case, which Namecheap does not tell apart';
  return { path, problem, cure: 'give it once' };
}

function valueIssue(name: string, value: unknown): InputIssue | undefined {
  const path = `parameters.${name}`;
  if (typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return undefined;
  return {
    path,
    problem: 'is neither a text nor a number nor a boolean',
    cure: 'give one of these, or leave the parameter out',
  };
}

/** Secrets, and what tells who somebody is or where; of contacts with a role before it, of lists with a number behind. */
const privateName = new RegExp(
  `(?:${[
    'password',
    'code',
    'token(?:id)?',
    'key',
    'secret',
    '(?:first|last)name',
    'organi[sz]ation(?:name)?',
    'jobtitle',
    'address[12]',
    'zip',
    'postalcode',
    'phone(?:ext)?',
    'fax',
    'e?mail(?:address)?',
    'email(?:address)?from',
    'emailfrom(?:name)?',
    'forwardedtoemail',
    'forwardto',
    'findbyvalue',
    'taxnumber',
    '(?:birthdate|birthplace)',
    '(?:registrant|company|legal|admin|org)(?:id|no|number)',
    'vatno',
    'csr',
  ].join('|')})\\d{0,4}$`,
  'i',
);

function isPrivate(name: string): boolean {
  return privateName.test(name);
}

/** Names in any case and order are the same order; the values go in as one hash, out of which none can be read back. */
function fingerprintOf(command: string, values: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(values)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([command.toLowerCase(), sorted]))
    .digest('hex');
}
