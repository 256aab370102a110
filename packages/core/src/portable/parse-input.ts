import type { z } from 'zod';
import type { ErrorOrigin } from '../errors/error-origin.js';
import type { InputIssue } from '../errors/input-issue.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { quoteValue } from '../values/quote-value.js';

/** Checks a caller's input. @throws InvalidInputError that lists every fault at once, each with its path and cure. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  origin: ErrorOrigin,
): z.output<Schema> {
  let issues: readonly InputIssue[];
  try {
    // The input tells a missing field from one of another type; it never gets into a message.
    const parsed = schema.safeParse(input, { reportInput: true });
    if (parsed.success) return parsed.data;
    issues = parsed.error.issues.flatMap((issue) => toInputIssues(issue));
  } catch {
    const problem = 'cannot be read: a field of it throws';
    issues = [{ path: 'input', problem, cure: 'give plain data, such as JSON.parse answers' }];
  }
  throw new InvalidInputError({ ...origin, issues });
}

/** Reports a fault inside a schema with its cure; zod itself has no word for cures. */
export function addFault(
  context: z.RefinementCtx,
  problem: string,
  cure: string,
  path?: readonly (string | number)[],
): void {
  context.addIssue({
    code: 'custom',
    message: problem,
    params: { cure },
    ...(path === undefined ? {} : { path: [...path] }),
  });
}

function toInputIssues(issue: z.core.$ZodIssue): InputIssue[] {
  const path = issue.path.map(nameOf).join('.') || 'input';
  // Codes without a case of their own keep zod's words.
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check
  switch (issue.code) {
    case 'custom': {
      const cure: unknown = issue.params?.cure;
      return [
        { path, problem: issue.message, cure: typeof cure === 'string' ? cure : 'correct it' },
      ];
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: path === 'input' ? nameOf(key) : `${path}.${nameOf(key)}`,
        problem: 'is not a field of this input',
        cure: 'remove it or correct its spelling',
      }));
    case 'invalid_type':
      return [
        {
          path,
          problem: issue.input === undefined ? 'is missing' : `is not of type ${issue.expected}`,
          cure: `give it as ${issue.expected}`,
        },
      ];
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      const problem = issue.input === undefined ? 'is missing' : 'is not one of the known values';
      return [{ path, problem, cure: `give one of: ${values}` }];
    }
    case 'too_small': {
      const least = amountOf(issue.minimum, issue.origin);
      return [{ path, problem: `has fewer than ${least}`, cure: `give at least ${least}` }];
    }
    case 'too_big': {
      const most = amountOf(issue.maximum, issue.origin);
      return [{ path, problem: `has more than ${most}`, cure: `give at most ${most}` }];
    }
    default:
      return [{ path, problem: lowerFirst(issue.message), cure: 'correct it' }];
  }
}

/** A field's name as it may stand in a message: the caller's own keys can be anything. */
function nameOf(key: PropertyKey): string {
  const quoted = quoteValue(String(key));
  const name = quoted.slice(1, -1);
  return name.trim() === '' ? quoted : name;
}

function amountOf(bound: number | bigint, origin: string): string {
  const one = Number(bound) === 1;
  if (origin === 'string') return `${String(bound)} character${one ? '' : 's'}`;
  if (origin === 'array') return `${String(bound)} entr${one ? 'y' : 'ies'}`;
  return String(bound);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
