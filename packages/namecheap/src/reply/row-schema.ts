import * as z from 'zod';

/** What a row of a list must have and may have, and both in one: nearly every row is as documented and is read in one go. */
export interface RowSchema<Must extends z.ZodRawShape, May extends z.ZodRawShape> {
  readonly must: z.ZodObject<Must>;
  readonly may: z.ZodObject<May>;
  readonly whole: z.ZodObject;
}

/** The fields of a row, once read. */
export type RowFields<Must extends z.ZodRawShape, May extends z.ZodRawShape> = z.output<
  z.ZodObject<Must>
> &
  Partial<z.output<z.ZodObject<May>>>;

/** To be made once for each kind of row, since making one costs far more than reading with it. */
export function rowSchema<Must extends z.ZodRawShape, May extends z.ZodRawShape>(
  must: Must,
  may: May,
): RowSchema<Must, May> {
  const optional = z.object(may);
  return {
    must: z.object(must),
    may: optional,
    whole: z.object({ ...must, ...optional.partial().shape }),
  };
}
