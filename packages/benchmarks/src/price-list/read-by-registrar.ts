import { NamecheapRegistrar } from '@registrar-kit/namecheap';
import type { ServedPriceList } from './price-list-stage.js';
import type { PriceListContents } from './synthetic-price-list.js';

let accounts = 0;

/** The whole way through the library: quota, request, reading, validating, exact amounts. */
export async function readByRegistrar({ url }: ServedPriceList): Promise<PriceListContents> {
  accounts += 1;
  const registrar = new NamecheapRegistrar({
    provider: 'namecheap',
    environment: 'test',
    baseUrl: url,
    // A new account each time: nothing may be remembered from the last.
    apiUser: `benchmark${accounts}`,
    apiKey: '0123456789abcdef0123456789abcdef',
    clientIp: '192.0.2.1',
    quota: { api: { windows: [] } },
  });
  const { prices } = await registrar.getPrices({ operations: ['registerDomain'] });
  return {
    rows: prices.length,
    totalCents: prices.reduce((total, { price }) => total + toCents(price.amount), 0),
  };
}

function toCents(amount: string): number {
  return Math.round(Number(amount) * 100);
}
