import { money, readDomainName } from '@registrar-kit/core';
import { isWorldRefusal, type RegistryWorld, type SimulatorResponse } from '@registrar-kit/testing';
import * as z from 'zod';
import type { VendorBehaviour, VendorCall } from '../vendor-call.js';
import { toNumber } from '../vendor-products.js';
import { invalid, json } from '../vendor-reply.js';
import { withBody } from './with-body.js';

const nameSchema = z.object({ domainName: z.string(), currency: z.string().nullish() });
const bodySchema = z.array(nameSchema).min(1);

/** Rows by name: in an order of their own, in words of any case, and without the names that the gateway cannot read. */
export function answerSearch({ world, body, behaviour }: VendorCall): SimulatorResponse {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    return invalid([
      { member: '$', message: 'The JSON value could not be converted to a list of names.' },
    ]);
  }
  const rows = parsed.data
    .filter(({ domainName }) => isAnswered(domainName, behaviour))
    .map(({ domainName, currency }) => toRow(world, domainName, currency ?? 'USD'));
  return json({
    success: true,
    operationMessage: 'Command completed succesfully.',
    infos: rows.reverse(),
  });
}

/** The search for one name. That a name which the search of many leaves out has no row here either is assumed. */
export function answerSearchOne(call: VendorCall): SimulatorResponse {
  const { world, behaviour } = call;
  return withBody(call, nameSchema, ({ domainName, currency }) =>
    json({
      success: true,
      info: isAnswered(domainName, behaviour) ? toRow(world, domainName, currency ?? 'USD') : null,
    }),
  );
}

function isAnswered(domainName: string, { omittedTlds }: VendorBehaviour): boolean {
  const tld = domainName.slice(domainName.indexOf('.') + 1).toLowerCase();
  return /^[\p{L}\p{M}\p{N}.-]+$/u.test(domainName) && !omittedTlds.includes(tld);
}

function toRow(
  world: RegistryWorld,
  domainName: string,
  currency: string,
): Record<string, unknown> {
  const found = world.availabilityOf(domainName);
  const name = domainName.toLowerCase();
  const { tld } = found;
  const common = {
    domainName: name,
    tld: tld?.tld ?? null,
    isPremium: false,
    isDocumentRequired: false,
    price: null,
    currency: null,
    period: 1,
    reason: null,
  };
  switch (found.status) {
    case 'invalid':
      return { ...common, tld: null, status: 'INVALIDDOMAINNAME' };
    case 'not_sold':
      return { ...common, tld: null, status: 'NOTAVAILABLE', reason: 'Unauthorized TLD' };
    case 'taken':
      return {
        ...common,
        status: inSomeCase('NOTAVAILABLE', name),
        isPremium: found.premium !== undefined,
        reason: 'Domain exists',
      };
    case 'available': {
      const years = found.tld.registrationYears.min;
      return {
        ...common,
        status: inSomeCase('AVAILABLE', name),
        isPremium: found.premium !== undefined,
        isDocumentRequired: found.tld.pendingRegistration,
        price: priceOf(world, name, years, currency),
        currency,
        period: years,
      };
    }
  }
}

/** Words come in any case; here by the length of the name, so that the same call gives the same answer. */
function inSomeCase(word: string, name: string): string {
  return name.length % 2 === 0 ? word : word.toLowerCase();
}

function priceOf(
  world: RegistryWorld,
  domainName: string,
  years: number,
  currency: string,
): number | null {
  const reading = readDomainName(domainName);
  if (!reading.ok) return null;
  try {
    const request = {
      operation: 'registerDomain',
      domain: reading.domain,
      years,
      currency,
    } as const;
    return toNumber(money(world.priceOf(request).total.amount, currency));
  } catch (error) {
    if (isWorldRefusal(error)) return null;
    throw error;
  }
}
