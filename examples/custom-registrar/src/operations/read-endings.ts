import type { CallContext } from '@registrar-kit/core';
import * as z from 'zod';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { minorUnitsSchema } from '../mapping/minor-units.js';
import { readPage, type RowsPage } from './read-page.js';

const rangeSchema = z.object({ min: z.int(), max: z.int() });

const endingSchema = z.object({
  ending: z.string(),
  years: rangeSchema,
  renewalYears: rangeSchema,
  letters: rangeSchema,
  international: z.boolean(),
  transferLock: z.boolean(),
  shield: z.boolean(),
  /** For as many years as can be bought least, fees included. */
  prices: z.array(z.object({ kind: z.string(), years: z.int(), total: minorUnitsSchema })),
});

/** An ending as the vendor sells it. */
export type Ending = z.output<typeof endingSchema>;

/** One list answers for endings and prices. */
export function readEndings(
  client: HarbourNamesClient,
  cursor: string | undefined,
  call: CallContext,
): Promise<RowsPage<Ending>> {
  return readPage(client, { path: 'endings', cursor }, endingSchema, call);
}
