import { money, type PriceList, type TldPrice } from '@registrar-kit/core';

/** One standard price. @defaultValue a year of a `.com` registration for 10.87 USD */
export function aTldPrice(departure: Partial<TldPrice> = {}): TldPrice {
  return {
    tld: 'com',
    operation: 'registerDomain',
    years: 1,
    price: money('10.87', 'USD'),
    ...departure,
  };
}

/** What `getPrices` answers. @defaultValue registration, renewal and transfer of `.com` */
export function aPriceList(departure: Partial<PriceList> = {}): PriceList {
  return {
    readAt: '2026-03-01T12:00:00.000Z',
    prices: [
      aTldPrice(),
      aTldPrice({ operation: 'renewDomain' }),
      aTldPrice({ operation: 'transferDomain' }),
    ],
    missing: [],
    ...departure,
  };
}
