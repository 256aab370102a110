import { isDeepStrictEqual } from 'node:util';
import type { OperationName } from '@registrar-kit/core';
import { resultShapes } from './result-shapes.js';

/** What is wrong with the value that an operation answered. */
export function checkValue(operation: OperationName, value: unknown): readonly string[] {
  const shape = resultShapes[operation];
  if (shape === undefined) return [`there is no check of what ${operation} answers`];
  const found = shape(value, operation);
  if (found.length > 0 || keepsNoJson.includes(operation) || value === undefined) return found;
  const again: unknown = JSON.parse(JSON.stringify(value));
  return isDeepStrictEqual(plain(again), plain(value))
    ? []
    : [`${operation} does not survive JSON`];
}

/** Their rows hold errors, or they hold a Secret. */
const keepsNoJson: readonly OperationName[] = [
  'checkAvailability',
  'streamAvailability',
  'getAuthCode',
];

/** The same data from one realm and without fields that are undefined. */
function plain(value: unknown): unknown {
  return structuredClone(value);
}
