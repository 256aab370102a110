import { z } from 'zod';
import type { ErrorOrigin } from '../errors/error-origin.js';
import type { CallOptions } from '../operations/call-options.js';
import { addFault, parseInput } from './parse-input.js';

// The longest that a timer can be set to.
const mostMs = 2_147_483_647;

const signalField = z.unknown().transform((value, context): AbortSignal => {
  if (value instanceof AbortSignal) return value;
  addFault(context, 'is not an AbortSignal', 'give the signal of an AbortController');
  return z.NEVER;
});

const timeoutField = z.unknown().transform((value, context): number => {
  if (typeof value === 'number' && value > 0 && value <= mostMs) return value;
  addFault(
    context,
    'is not a positive number of milliseconds',
    `give milliseconds above 0 and up to ${String(mostMs)}, or leave it out`,
  );
  return z.NEVER;
});

const ageField = z.unknown().transform((value, context): number => {
  if (typeof value === 'number' && value >= 0) return value;
  addFault(context, 'is not a number of milliseconds', 'give 0 to read anew, or more');
  return z.NEVER;
});

const keyField = z.unknown().transform((value, context): string => {
  const usable =
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length <= 255 &&
    // Databases refuse NUL and broken characters, or make two such keys the same.
    !/[\p{Cc}\p{Cs}]/u.test(value);
  if (usable) return value;
  addFault(
    context,
    'is not a usable key',
    'give text of 1 to 255 characters that names this order, without control characters',
  );
  return z.NEVER;
});

const fields = {
  signal: signalField.optional(),
  timeoutMs: timeoutField.optional(),
  lane: z.enum(['interactive', 'bulk']).optional(),
  maxAgeMs: ageField.optional(),
};
const commonSchema = z.strictObject({ options: z.strictObject(fields).optional() });
const purchaseSchema = z.strictObject({
  options: z
    .strictObject({
      ...fields,
      idempotencyKey: keyField.optional(),
      dryRun: z.boolean().optional(),
    })
    .optional(),
});

const rawSchema = z.strictObject({
  options: z
    .strictObject({
      ...fields,
      idempotencyKey: keyField.optional(),
      acceptCharge: z.boolean().optional(),
    })
    .optional(),
});

/** What every call needs of its options. */
type CheckedOptions = {
  readonly [Field in keyof CallOptions]?: CallOptions[Field] | undefined;
};

/**
 * Checks the options of a call. Strict, because a misspelt `dryRun` or `idempotencyKey` that were passed over would buy for
 * real, or twice.
 *
 * @returns what a call needs of them, read once: an object of another kind may say something else the next time
 * @throws InvalidInputError that lists every fault at once
 */
export function checkOptions(
  options: CallOptions | undefined,
  accepts: 'purchase' | 'raw' | undefined,
  origin: ErrorOrigin,
): CheckedOptions {
  const schemas = { purchase: purchaseSchema, raw: rawSchema };
  const schema = accepts === undefined ? commonSchema : schemas[accepts];
  return parseInput(schema, { options }, origin).options ?? {};
}
