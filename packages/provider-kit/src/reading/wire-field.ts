import type * as z from 'zod';

/** A field that a vendor may leave out or send as `null`, which is the same to us. */
export function wireField<Schema extends z.ZodType>(
  schema: Schema,
): z.ZodType<z.output<Schema> | undefined, z.input<Schema> | null | undefined> {
  return schema.nullish().transform((value) => value ?? undefined);
}
