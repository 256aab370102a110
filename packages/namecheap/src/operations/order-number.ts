import * as z from 'zod';

/** The vendor's number of an order; zero and empty mean that there is none. */
export const orderNumber = z
  .string()
  .regex(/^-?\d*$/, 'is not a number')
  .transform((text) => (/^[1-9]/.test(text) ? text : undefined));
