import {
  ConfigurationError,
  type Environment,
  type InputIssue,
  type RemedyBook,
} from '@registrar-kit/core';
import type * as z from 'zod';
import { nearestName } from './nearest-name.js';
import { toInputIssues } from './to-input-issues.js';

/** What an adapter adds to the faults of single fields. */
export interface ConfigAdvice {
  /** Faults that several fields show only together, from the configuration as it was given; told first. */
  readonly together?: (input: Readonly<Record<string, unknown>>) => readonly InputIssue[];
  /** This provider's own steps; `environment` is there when the configuration names one. */
  readonly remedies?: (known: { readonly environment?: Environment }) => RemedyBook;
}

/**
 * Validates an adapter's configuration. Make the schema strict (`z.strictObject`), so that a misspelt field is named.
 *
 * @throws ConfigurationError with every fault at once: where, what and the cure; no value of a secret is in it
 */
export function parseConfig<Schema extends z.ZodType>(
  provider: string,
  schema: Schema,
  input: unknown,
  { together, remedies }: ConfigAdvice = {},
): z.output<Schema> {
  const { value, issues, environment } = unlessItThrows(() => {
    const reading = schema.safeParse(input);
    const found = [
      ...otherProvider(provider, input),
      ...(typeof input === 'object' && input !== null ? (together?.({ ...input }) ?? []) : []),
      ...(reading.success ? [] : toInputIssues(reading.error.issues, input, suggest(schema))),
    ];
    return {
      value: reading.success ? { data: reading.data } : undefined,
      issues: found,
      environment: environmentOf(input),
    };
  });
  if (value !== undefined && issues.length === 0) return value.data;
  throw new ConfigurationError({
    provider,
    operation: 'parseConfig',
    issues,
    ...environment,
    ...(remedies === undefined ? {} : { evidence: { remedies: remedies(environment) } }),
  });
}

interface ConfigReading<Value> {
  readonly value: { readonly data: Value } | undefined;
  readonly issues: readonly InputIssue[];
  readonly environment: { readonly environment?: Environment };
}

/** What is no plain data, a getter or a proxy, can throw when it is looked at. */
function unlessItThrows<Value>(read: () => ConfigReading<Value>): ConfigReading<Value> {
  try {
    return read();
  } catch {
    const problem = 'cannot be read: a field of it throws';
    const issues = [{ path: 'configuration', problem, cure: 'give plain data' }];
    return { value: undefined, issues, environment: {} };
  }
}

function suggest(schema: z.ZodType): (unknownField: string) => string | undefined {
  const { shape } = schema as { shape?: unknown };
  const names = typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
  return (unknownField) => nearestName(unknownField, names);
}

function otherProvider(provider: string, input: unknown): InputIssue[] {
  const { provider: named } = Object(input) as { provider?: unknown };
  if (typeof named !== 'string' || named === provider) return [];
  return [
    {
      path: 'provider',
      problem: `names another provider than "${provider}"`,
      cure: `set it to "${provider}"`,
    },
  ];
}

function environmentOf(input: unknown): { readonly environment?: Environment } {
  const { environment } = Object(input) as { environment?: unknown };
  return environment === 'test' || environment === 'live' ? { environment } : {};
}
