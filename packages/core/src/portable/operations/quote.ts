import { z } from 'zod';
import type { PriceRequest } from '../../driver/registrar-driver.js';
import type { CallOptions } from '../../operations/call-options.js';
import { pricedOperations, type PricedOperation } from '../../operations/get-prices.js';
import type { Quote, QuoteInput } from '../../operations/quote.js';
import { quoteOf } from '../../outcome/quote-of.js';
import { domainField, mostYears, yearsFieldUpTo } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';
import { assertAvailable } from '../purchase-guards.js';

const operationField = z.enum(pricedOperations);

/** An order whose price is asked for. @param mostYearsOf - how many years can be bought at once is up to the operation */
export function quoteSchemaFor(
  input: unknown,
  mostYearsOf: (operation: PricedOperation) => number,
): z.ZodType<PriceRequest> {
  const operation = operationIn(input);
  const most = operation === undefined ? mostYears : mostYearsOf(operation);
  return z.strictObject({
    operation: operationField,
    domain: domainField,
    years: yearsFieldUpTo(most)
      .optional()
      .transform((years) => years ?? 1),
  });
}

function operationIn(input: unknown): PricedOperation | undefined {
  try {
    return z.object({ operation: operationField }).safeParse(input).data?.operation;
  } catch {
    // A field that throws when it is read is told when all of the input is parsed.
    return undefined;
  }
}

/** Reads the price of one order now and binds it to the order. */
export async function quote(
  context: PortableContext,
  input: QuoteInput,
  options: CallOptions | undefined,
): Promise<Quote> {
  const { operation, domain, years } = context.parse(
    'quote',
    quoteSchemaFor(input, (operation) => context.maxYears(operation)),
    input,
  );
  const quote = context.method('quote', domain);
  const order = context.order(operation, domain, years);
  const read = context.read(
    'quote',
    options,
    async (call) => {
      const reading = await quote({ operation, domain, years }, call);
      if (operation === 'registerDomain') assertAvailable(reading.availability, call.origin);
      return reading;
    },
    domain,
  );
  return quoteOf(order, await read, context.calls.clock.now());
}
