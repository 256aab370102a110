import type { z } from 'zod';
import type { ErrorOrigin } from '../errors/error-origin.js';
import type { InputIssue } from '../errors/input-issue.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';

/** Checks a caller's input. @throws InvalidInputError that lists every fault at once, each with its path and cure. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  origin: ErrorOrigin,
): z.output<Schema> {
  const parsed = readWith(schema, input, origin);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError({
    ...origin,
    issues: parsed.error.issues.flatMap((issue) => toInputIssues(issue)),
  });
}

function readWith<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  origin: ErrorOrigin,
): z.ZodSafeParseResult<z.output<Schema>> {
  try {
    // The input tells a missing field from one of another type; it never gets into a message.
    return schema.safeParse(input, { reportInput: true });
  } catch {
    // A field of the caller's that throws when it is read.
    const problem = 'cannot be read: a field of it throws';
    const cure = 'give plain data, such as what JSON.parse answers';
    throw new InvalidInputError({ ...origin, issues: [{ path: 'input', problem, cure }] });
  }
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
  const path = issue.path.map(String).join('.') || 'input';
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
        path: path === 'input' ? key : `${path}.${key}`,
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

function amountOf(bound: number | bigint, origin: string): string {
  const one = Number(bound) === 1;
  if (origin === 'string') return `${String(bound)} character${one ? '' : 's'}`;
  if (origin === 'array') return `${String(bound)} entr${one ? 'y' : 'ies'}`;
  return String(bound);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
