import type { CallContext, PricedOperation, TldPrice } from '@registrar-kit/core';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { fromMinorUnits } from '../mapping/minor-units.js';
import { orderKinds } from '../mapping/order-kind.js';
import { readEndings, type Ending } from './read-endings.js';
import type { RowsPage } from './read-page.js';

/** The listed prices, for the years that the list names; one for more years is never computed from it. */
export async function getPrices(
  client: HarbourNamesClient,
  request: {
    readonly tlds: readonly string[] | undefined;
    readonly operations: readonly PricedOperation[];
  },
  call: CallContext,
): Promise<readonly TldPrice[]> {
  const wanted = request.tlds === undefined ? undefined : new Set(request.tlds);
  const prices: TldPrice[] = [];
  let cursor: string | undefined;
  do {
    const page: RowsPage<Ending> = await readEndings(client, cursor, call);
    for (const row of page.rows) {
      if (wanted?.delete(row.ending) !== false) prices.push(...pricesOf(row, request.operations));
    }
    cursor = wanted?.size === 0 ? undefined : page.next;
  } while (cursor !== undefined);
  return prices;
}

function pricesOf({ ending, prices }: Ending, operations: readonly PricedOperation[]): TldPrice[] {
  return operations.flatMap((operation) =>
    prices
      .filter(({ kind }) => kind === orderKinds[operation])
      .map(({ years, total }) => ({ tld: ending, operation, years, price: fromMinorUnits(total) })),
  );
}
