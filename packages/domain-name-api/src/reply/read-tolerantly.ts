import type * as z from 'zod';

/** A field that is not what the schema says. */
interface FieldDrift {
  readonly path: string;
  readonly note: string;
}

export type TolerantReading<Value> =
  | { readonly ok: true; readonly value: Value; readonly drifts: readonly FieldDrift[] }
  | { readonly ok: false; readonly drifts: readonly FieldDrift[] };

/**
 * Reads a JSON value by a schema and does without optional fields of a wrong type, which it reports. A required field that is
 * missing or mistyped makes the whole value unreadable.
 */
export function readTolerantly<Schema extends z.ZodType>(
  schema: Schema,
  json: unknown,
): TolerantReading<z.output<Schema>> {
  const first = schema.safeParse(json);
  if (first.success) return { ok: true, value: first.data, drifts: [] };
  const drifts = first.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    note:
      issue.code === 'invalid_type' ? `is not of type ${issue.expected}` : 'has an unexpected form',
  }));
  const paths = first.error.issues.map((issue) => issue.path);
  const second = paths.some((path) => path.length === 0)
    ? first
    : schema.safeParse(paths.reduce<unknown>((value, path) => without(value, path), json));
  return second.success ? { ok: true, value: second.data, drifts } : { ok: false, drifts };
}

/** A copy without the field at a path. */
function without(value: unknown, [head, ...rest]: readonly PropertyKey[]): unknown {
  if (head === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === head ? without(item, rest) : item));
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
      key !== head ? [[key, item]] : rest.length === 0 ? [] : [[key, without(item, rest)]],
    ),
  );
}
