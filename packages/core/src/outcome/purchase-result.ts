import { z } from 'zod';
import type { Receipt } from '../driver/registrar-driver.js';
import type { PaidResult } from '../operations/paid-result.js';
import type { RegisterDomainResult } from '../operations/register-domain.js';
import type { RenewDomainResult } from '../operations/renew-domain.js';
import type { RestoreDomainResult } from '../operations/restore-domain.js';
import type { TransferDomainResult } from '../operations/transfer-domain.js';
import type { TransferCause } from '../operations/transfers.js';
import type { PurchaseRecord } from './account-journal.js';
import type { TransferFailure } from './transfer-proof.js';

/** The result of each paid operation. */
export interface ResultOf {
  registerDomain: RegisterDomainResult;
  renewDomain: RenewDomainResult;
  restoreDomain: RestoreDomainResult;
  transferDomain: TransferDomainResult;
}

/** The result of any paid operation. */
export type PurchaseResult = ResultOf[keyof ResultOf];

/** A transfer that was accepted and has ended without the domain. The operation itself throws; the journal remembers it so. */
export interface FailedTransfer extends Omit<TransferDomainResult, 'status'> {
  readonly status: 'failed';
  readonly cause?: TransferCause;
  readonly reason?: string;
}

/** What the journal can hold of a purchase that was carried out. */
export type RecordedResult = PurchaseResult | FailedTransfer;

type Extras = Pick<PaidResult, 'recovered' | 'witnessed' | 'incomplete' | 'exceededConsent'>;

/** Builds the result from the record and the receipt, so that a recovered one looks like any other. */
export function toPurchaseResult(
  record: PurchaseRecord,
  receipt: Receipt,
  extras: Extras,
): PurchaseResult {
  const { kind, guard, operation } = record;
  const { domain } = operation;
  const { status, charged, vendorRef, expiresOn } = receipt;
  const paid: PaidResult = {
    status,
    operation: vendorRef === undefined ? operation : { ...operation, vendorRef },
    ...(charged === undefined ? {} : { charged }),
    ...extras,
    replayed: false,
  };
  const expiry = expiresOn === undefined ? {} : { expiresOn };
  switch (kind) {
    case 'registerDomain':
      return { ...paid, domain, years: guard.years, ...expiry };
    case 'renewDomain': {
      // Every renewal is recorded with the date.
      const previous = guard.expiresOn === undefined ? {} : { previousExpiresOn: guard.expiresOn };
      return { ...paid, domain, years: guard.years, ...expiry, ...previous };
    }
    case 'restoreDomain':
      return { ...paid, domain, ...expiry };
    case 'transferDomain':
      return { ...paid, domain, ...(vendorRef === undefined ? {} : { transferId: vendorRef }) };
  }
}

/** The record of a transfer of which only its end is known. */
export function toFailedTransfer(
  record: PurchaseRecord,
  { vendorRef, cause, reason }: TransferFailure,
): FailedTransfer {
  const receipt = { status: 'pending', ...(vendorRef === undefined ? {} : { vendorRef }) } as const;
  return {
    ...toPurchaseResult(record, receipt, { recovered: true, incomplete: [] }),
    status: 'failed',
    ...(cause === undefined ? {} : { cause }),
    ...(reason === undefined ? {} : { reason }),
  };
}

const recordedSchema = z.custom<RecordedResult>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'operation' in value &&
    'recovered' in value &&
    'incomplete' in value,
);

/** Reads a result back from the journal. */
export function readRecordedResult(result: unknown): RecordedResult {
  return { ...recordedSchema.parse(result), replayed: true };
}
