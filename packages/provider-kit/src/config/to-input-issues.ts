import { quoteValue, type DiagnosisCause, type InputIssue } from '@registrar-kit/core';
import type * as z from 'zod';
import type { ConfigFault } from './config-issue.js';

type ZodIssue = z.core.$ZodIssue;

const typeNames: Readonly<Record<string, string>> = { int: 'whole number', string: 'text' };

/** Our words for what a schema refused. Values are never quoted: any of them can be a secret in the wrong place. */
export function toInputIssues(
  issues: readonly ZodIssue[],
  input: unknown,
  suggest: (unknownField: string) => string | undefined,
): InputIssue[] {
  return issues.flatMap((issue): InputIssue[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: pathOf([...issue.path, key]),
        ...unknownField(issue.path.length === 0 ? suggest(key) : undefined),
      }));
    }
    if (issue.code === 'invalid_union') {
      const closest = closestBranch(issue.errors);
      if (closest !== undefined) {
        const nested = closest.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
        return toInputIssues(nested, input, suggest);
      }
    }
    return [{ path: pathOf(issue.path), ...faultOf(issue, valueAt(input, issue.path)) }];
  });
}

function unknownField(nearest: string | undefined): ConfigFault {
  return {
    problem: 'is not a known field',
    cure: nearest === undefined ? 'remove it' : `did you mean "${nearest}"? Otherwise remove it`,
  };
}

function faultOf(issue: ZodIssue, value: unknown): ConfigFault {
  if (issue.code === 'custom') {
    const { cure, cause } = (issue.params ?? {}) as { cure?: string; cause?: DiagnosisCause };
    return {
      problem: issue.message,
      cure: cure ?? 'correct it',
      ...(cause === undefined ? {} : { cause }),
    };
  }
  if (value === undefined) return { problem: 'is missing', cure: 'set it' };
  switch (issue.code) {
    case 'invalid_type': {
      const type = typeNames[issue.expected] ?? issue.expected;
      return { problem: `is not ${withArticle(type)}`, cure: `give ${withArticle(type)}` };
    }
    case 'invalid_value': {
      const options = issue.values.map((option) => JSON.stringify(option)).join(' or ');
      return { problem: 'has a value that is not allowed', cure: `give ${options}` };
    }
    case 'too_small':
      return {
        problem: issue.origin === 'array' ? 'has too few entries' : 'is too small',
        cure: `give at least ${String(issue.minimum)}`,
      };
    case 'too_big':
      return {
        problem: issue.origin === 'array' ? 'has too many entries' : 'is too large',
        cure: `give at most ${String(issue.maximum)}`,
      };
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { problem: 'has the wrong form', cure: 'correct it' };
  }
}

/** The branch of a union that got furthest: into its fields, else one whose type was right. */
function closestBranch(
  branches: readonly (readonly ZodIssue[])[],
): readonly ZodIssue[] | undefined {
  const inside = branches.find((issues) => issues.every(({ path }) => path.length > 0));
  return inside ?? branches.find((issues) => issues.every(({ code }) => code !== 'invalid_type'));
}

function withArticle(type: string): string {
  if (type === 'text') return type;
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (Object(value) as Record<PropertyKey, unknown>)[key],
    input,
  );
}

/** A field's name as it may stand in a message: an unknown one can be anything. */
function nameOf(key: PropertyKey): string {
  const quoted = quoteValue(String(key));
  const name = quoted.slice(1, -1);
  return name.trim() === '' ? quoted : name;
}

function pathOf(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>(
    (before, key) =>
      typeof key === 'number'
        ? `${before}[${key}]`
        : before === ''
          ? nameOf(key)
          : `${before}.${nameOf(key)}`,
    '',
  );
  return text === '' ? 'configuration' : text;
}
