import {
  errorStatus,
  isRegistrarError,
  leadingFindings,
  type AnyRegistrarError,
  type ErrorCode,
} from '@registrar-kit/core';
import type { MatcherContext, MatcherResult } from './matcher.js';

const name = 'toBeRegistrarError';

/**
 * Whether something is an error of this library, of one code where that is given. Told by its brand, so that two copies of the
 * package do not matter. Takes an error, a rejection by `.rejects`, or a function that throws.
 */
export function toBeRegistrarError(
  this: MatcherContext,
  received: unknown,
  code?: ErrorCode,
  details: object = {},
): MatcherResult {
  if (code !== undefined && !Object.hasOwn(errorStatus, code))
    throw new Error(
      `there is no error code "${code}"; choose from ${Object.keys(errorStatus).join(', ')}`,
    );
  const { value, how } = caughtFrom(received);
  const error = isRegistrarError(value) ? value : undefined;
  const isCode = error !== undefined && (code === undefined || error.code === code);
  const differences = error === undefined ? [] : differencesOf(error, details, this);
  const isNot = this.isNot === true;
  const promise = this.promise === undefined || this.promise === '' ? '' : `.${this.promise}`;
  return {
    pass: isCode && differences.length === 0,
    message: () =>
      [
        `expect(error)${promise}${isNot ? '.not' : ''}.${name}(${code === undefined ? '' : `'${code}'`})`,
        '',
        `Expected: ${isNot ? 'not ' : ''}${code ?? 'any error of this library'}`,
        `Received: ${how}${error === undefined ? describeOther(value) : printError(error)}`,
        ...(isCode && !isNot ? ['', ...differences] : []),
      ].join('\n'),
  };
}

/** What is to be looked at: the value, or what the function throws. */
function caughtFrom(received: unknown): { readonly value: unknown; readonly how: string } {
  if (typeof received !== 'function') return { value: received, how: '' };
  try {
    return {
      value: Reflect.apply(received, undefined, []) as unknown,
      how: 'the function threw nothing and gave ',
    };
  } catch (error) {
    return { value: error, how: 'the function threw ' };
  }
}

function differencesOf(
  error: AnyRegistrarError,
  details: object,
  context: MatcherContext,
): readonly string[] {
  return Object.entries(details).flatMap(([field, expected]: [string, unknown]) => {
    const found = Reflect.get(error, field) as unknown;
    if (context.equals(found, expected)) return [];
    return [`  ${field}: expected ${show(expected)}, received ${show(found)}`];
  });
}

function printError(error: AnyRegistrarError): string {
  const { code, effect, message, diagnosis } = error;
  const reason = 'reason' in error ? `, reason ${error.reason}` : '';
  const causes = leadingFindings(diagnosis).map(({ cause }) => cause);
  return [
    `${code}${reason}, effect ${effect}`,
    `  ${message}`,
    `  most likely: ${causes.join(' or ')}`,
  ].join('\n');
}

function describeOther(value: unknown): string {
  if (value instanceof Promise || (typeof value === 'object' && value !== null && 'then' in value))
    return 'a promise; write await expect(promise).rejects.toBeRegistrarError(…)';
  if (typeof value === 'object' && value !== null && 'message' in value && 'name' in value)
    return `${String(value.name)}, which is no error of this library: ${String(value.message)}`;
  return `${show(value)}, which is no error`;
}

function show(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  // Objects are shown by their JSON, in which secrets are redacted.
  return JSON.stringify(value);
}
