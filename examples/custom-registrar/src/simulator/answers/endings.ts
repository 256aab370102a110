import type { PricedOperation } from '@registrar-kit/core';
import type { SimulatorResponse, WorldTld } from '@registrar-kit/testing';
import { toMinorUnits } from '../../mapping/minor-units.js';
import { orderKinds } from '../../mapping/order-kind.js';
import { pageAfter } from '../page-after.js';
import type { VendorCall } from '../vendor-call.js';
import { currencyOf } from './catalogue.js';

const atOnce = 25;

/** The endings that are sold, with their prices. */
export function answerEndings(call: VendorCall): SimulatorResponse {
  const { world, query } = call;
  return pageAfter(
    query,
    world.tlds(),
    atOnce,
    ({ tld }) => tld,
    (tld) => rowOf(call, tld),
  );
}

function rowOf(call: VendorCall, tld: WorldTld): object {
  const { registrationYears, renewalYears, registrable, renewable } = tld;
  return {
    ending: tld.tld,
    years: registrationYears,
    renewalYears,
    letters: tld.labelLength,
    international: tld.supportsIdn,
    transferLock: tld.supportsLock,
    shield: tld.supportsPrivacy,
    prices: [
      ...(registrable ? [priceOf(call, tld, 'registerDomain', registrationYears.min)] : []),
      ...(renewable ? [priceOf(call, tld, 'renewDomain', renewalYears.min)] : []),
      priceOf(call, tld, 'restoreDomain', 1),
    ],
  };
}

function priceOf(
  call: VendorCall,
  { tld }: WorldTld,
  operation: PricedOperation,
  years: number,
): object {
  const currency = currencyOf(call);
  // No name of this length is premium.
  const domain = `any-name-without-a-price-of-its-own.${tld}`;
  const { total } = call.world.priceOf({ operation, domain, years, currency });
  return { kind: orderKinds[operation], years, total: toMinorUnits(total) };
}
