import { inspect } from 'node:util';
import { isRegistrarError, type AnyRegistrarError, type RegistrarEvent } from '@registrar-kit/core';
import { canaryIn } from '../canaries.js';

const longestMessage = 2000;
const longestJson = 30_000;

/** What is known of a call before it fails. */
export interface Expected {
  readonly provider: string;
  /** What was called. */
  readonly operations: readonly string[];
  /** Whether the vendor's own secrets must not show either: not where they came in an answer to something else. */
  readonly hidesAll: boolean;
}

/** What every error of the library has to be, whatever it is about. */
export function checkError(thrown: unknown, expected: Expected): readonly string[] {
  if (!isRegistrarError(thrown)) return [`threw what is no RegistrarError: ${inspect(thrown)}`];
  const found: string[] = [];
  const { message, provider, operation, diagnosis, effect } = thrown;
  if (provider !== expected.provider) found.push(`error.provider is ${provider}`);
  if (!expected.operations.includes(operation)) found.push(`error.operation is ${operation}`);
  if (message.includes('this is a fault of the library'))
    found.push(`a fault of the library: ${message}`);
  if (message.length > longestMessage)
    found.push(`the message has ${String(message.length)} characters: ${message.slice(0, 200)}`);
  if (/[\p{Cc}\p{Cs}]/u.test(message))
    found.push(`the message holds a control character: ${JSON.stringify(message)}`);
  if (diagnosis.length === 0) found.push('the diagnosis is empty');
  if (!['none', 'applied', 'unknown'].includes(effect)) found.push(`error.effect is ${effect}`);
  if (thrown.retryable && effect !== 'none') found.push('retryable although it may have acted');
  return [...found, ...checkShown(thrown, expected)];
}

/** An error must show no secret, however it is looked at. */
export function checkShown(
  error: AnyRegistrarError,
  { hidesAll }: Pick<Expected, 'hidesAll'>,
): readonly string[] {
  const json = JSON.stringify(error);
  const shown = {
    message: error.message,
    JSON: json,
    stack: error.stack ?? '',
    inspection: inspect(error, { depth: 12, showHidden: true, getters: true }),
  };
  const long = json.length > longestJson ? [`the JSON has ${String(json.length)} characters`] : [];
  return [...long, ...leaksIn(shown, hidesAll)];
}

/** Events go to logs, so they must show no secret either. */
export function checkEvents(
  events: readonly RegistrarEvent[],
  { hidesAll }: Pick<Expected, 'hidesAll'>,
): readonly string[] {
  return leaksIn({ events: JSON.stringify(events) }, hidesAll);
}

function leaksIn(texts: Readonly<Record<string, string>>, all: boolean): readonly string[] {
  return Object.entries(texts).flatMap(([where, text]) => {
    const canary = canaryIn(text, all);
    if (canary === undefined) return [];
    const at = text.toLowerCase().indexOf(canary.toLowerCase());
    return [
      `a secret (${canary}) is in the ${where}: ${text.slice(Math.max(0, at - 100), at + 60)}`,
    ];
  });
}
