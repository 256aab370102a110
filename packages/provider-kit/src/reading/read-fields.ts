import * as z from 'zod';
import { BareObject } from '../bare-object.js';
import type { XmlElement } from './xml-element.js';

/** One field that a schema refused: `path` is empty for the element itself. Holds no value. */
export interface FieldIssue {
  readonly path: string;
  readonly problem: string;
}

/** What came of reading an element with a schema. */
export type FieldsReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/**
 * Reads the attributes and child texts that a schema names, without regard to case, and validates them. An attribute goes
 * before a child of the same name, the first child before the others; what the schema does not name is left alone. Every
 * value is a trimmed text, empty where the element is.
 */
export function readFields<Shape extends z.ZodRawShape>(
  element: XmlElement,
  schema: z.ZodObject<Shape>,
): FieldsReading<z.output<z.ZodObject<Shape>>> {
  // So that a field called `constructor` is missing when it is.
  const fields = new BareObject() as Record<string, string>;
  for (const name of namesIn(schema)) {
    const value = element.attribute(name)?.trim() ?? element.child(name)?.text;
    if (value !== undefined) fields[name] = value;
  }
  const reading = schema.safeParse(fields);
  if (reading.success) return { ok: true, value: reading.data };
  const issues = reading.error.issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    problem: String(path[0]) in fields ? message : 'is missing',
  }));
  return { ok: false, issues };
}

const namesOf = new WeakMap<z.ZodObject, readonly string[]>();

/** The names in a schema, which is asked for them once for each of very many rows. */
function namesIn(schema: z.ZodObject): readonly string[] {
  const known = namesOf.get(schema);
  if (known !== undefined) return known;
  const names = Object.keys(schema.shape);
  namesOf.set(schema, names);
  return names;
}

/** A boolean as vendors write it in XML: true, false, yes, no, 1, 0 or ok in any case. */
export const xmlBoolean = z.stringbool({
  truthy: ['true', 'yes', '1', 'ok'],
  falsy: ['false', 'no', '0'],
});
