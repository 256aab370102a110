import {
  money,
  parseCalendarDate,
  parseDomainName,
  type PaidResult,
  type PricedOperation,
  type RegisterDomainResult,
  type RenewDomainResult,
  type TransferDomainResult,
} from '@registrar-kit/core';
import { anOperation } from './an-operation.js';
import type { Departure } from './unbranded.js';

/** What `registerDomain` answers. @defaultValue `example.com` for a year, done, 10.87 USD charged */
export function aRegistration(
  departure: Departure<RegisterDomainResult> = {},
): RegisterDomainResult {
  const { domain = 'example.com', years = 1, expiresOn = '2027-03-01' } = departure;
  return {
    ...paid('registerDomain', domain),
    ...departure,
    domain: parseDomainName(domain),
    years,
    expiresOn: parseCalendarDate(expiresOn),
  };
}

/** What `renewDomain` answers. @defaultValue `example.com` for a year, done, 10.87 USD charged */
export function aRenewal(departure: Departure<RenewDomainResult> = {}): RenewDomainResult {
  const { domain = 'example.com', years = 1 } = departure;
  const { previousExpiresOn = '2027-03-01', expiresOn = '2028-03-01' } = departure;
  return {
    ...paid('renewDomain', domain),
    ...departure,
    domain: parseDomainName(domain),
    years,
    previousExpiresOn: parseCalendarDate(previousExpiresOn),
    expiresOn: parseCalendarDate(expiresOn),
  };
}

/** What `transferDomain` answers. @defaultValue `example.com`, pending, 10.87 USD charged */
export function aTransferOrder(
  departure: Departure<TransferDomainResult> = {},
): TransferDomainResult {
  const { domain = 'example.com' } = departure;
  return {
    ...paid('transferDomain', domain),
    status: 'pending',
    transferId: '300001',
    ...departure,
    domain: parseDomainName(domain),
  };
}

function paid(kind: PricedOperation, domain: string): PaidResult {
  return {
    status: 'done',
    operation: anOperation({ kind, domain }),
    charged: money('10.87', 'USD'),
    recovered: false,
    replayed: false,
    incomplete: [],
  };
}
