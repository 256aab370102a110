import { z } from 'zod';
import type { CallOptions } from '../../operations/call-options.js';
import { pricedOperations } from '../../operations/get-prices.js';
import type { Quote, QuoteInput } from '../../operations/quote.js';
import { quoteOf } from '../../outcome/quote-of.js';
import { domainField, mostYears, yearsFieldUpTo } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';
import { assertAvailable } from '../purchase-guards.js';

const operationField = z.enum(pricedOperations);

/** How many years can be asked for is up to the operation. */
function schemaFor(context: PortableContext, input: unknown) {
  const asked = z.object({ operation: operationField }).safeParse(input);
  const most = asked.success ? context.maxYears(asked.data.operation) : mostYears;
  return z.strictObject({
    operation: operationField,
    domain: domainField,
    years: yearsFieldUpTo(most)
      .optional()
      .transform((years) => years ?? 1),
  });
}

/** Reads the price of one order now and binds it to the order. */
export async function quote(
  context: PortableContext,
  input: QuoteInput,
  options: CallOptions | undefined,
): Promise<Quote> {
  const { operation, domain, years } = context.parse('quote', schemaFor(context, input), input);
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
