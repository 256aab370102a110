import { z } from 'zod';
import type { Receipt } from '../driver/registrar-driver.js';
import type { PaidResult } from '../operations/paid-result.js';
import type { RegisterDomainResult } from '../operations/register-domain.js';
import type { RenewDomainResult } from '../operations/renew-domain.js';
import type { JournalRow } from './operation-journal.js';

/** The result of any paid operation. */
export type PurchaseResult = RegisterDomainResult | RenewDomainResult;

/** Builds the result from the journal row and the receipt, so that a recovered one looks like any other. */
export function toPurchaseResult(
  row: JournalRow,
  receipt: Receipt,
  extras: Pick<PaidResult, 'recovered' | 'incomplete' | 'exceededConsent'>,
): PurchaseResult {
  const { guard, operation } = row;
  const common: PaidResult = {
    status: receipt.status,
    operation:
      receipt.vendorRef === undefined ? operation : { ...operation, vendorRef: receipt.vendorRef },
    ...(receipt.charged === undefined ? {} : { charged: receipt.charged }),
    ...extras,
    replayed: false,
  };
  const bought = {
    domain: operation.domain,
    years: guard.years,
    ...(receipt.expiresOn === undefined ? {} : { expiresOn: receipt.expiresOn }),
  };
  return guard.expiresOn === undefined
    ? { ...common, ...bought }
    : { ...common, ...bought, previousExpiresOn: guard.expiresOn };
}

const recordedSchema = z.custom<PurchaseResult>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'operation' in value &&
    'recovered' in value &&
    'incomplete' in value,
);

/** Reads a result back from the journal. */
export function readRecordedResult(result: unknown): PurchaseResult {
  return { ...recordedSchema.parse(result), replayed: true };
}
