import type * as z from 'zod';

/** A field that is not what the schema says. */
export interface FieldDrift {
  readonly path: string;
  readonly note: string;
}

/** What reading by a schema came to. `drifts` are the optional fields that were left out. */
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
    : schema.safeParse(without(json, toPathTree(paths)));
  return second.success ? { ok: true, value: second.data, drifts } : { ok: false, drifts };
}

/** Paths by their steps; a step without further ones is the end of a path. */
type PathTree = Map<PropertyKey, PathTree>;

function toPathTree(paths: readonly (readonly PropertyKey[])[]): PathTree {
  const root: PathTree = new Map();
  for (const path of paths) {
    let place = root;
    for (const step of path) {
      const next = place.get(step) ?? new Map<PropertyKey, PathTree>();
      place.set(step, next);
      place = next;
    }
  }
  return root;
}

/** A copy without the fields at some paths, made in one go: a long list may have as many of them as rows. */
function without(value: unknown, paths: PathTree): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copy = (key: PropertyKey, item: unknown): unknown => {
    const below = paths.get(key);
    return below === undefined || below.size === 0 ? item : without(item, below);
  };
  // An entry of a list is not left out, since that would move the others.
  if (Array.isArray(value)) return value.map((item: unknown, index) => copy(index, item));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
      paths.get(key)?.size === 0 ? [] : [[key, copy(key, item)]],
    ),
  );
}
