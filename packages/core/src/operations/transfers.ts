import type { CalendarDate } from '../values/calendar-date.js';
import type { DomainName } from '../values/domain-name.js';
import type { Secret } from '../values/secret.js';

export interface CheckTransferInput {
  readonly domain: string;
  readonly authCode?: Secret | string;
}

/** Whether a domain can be brought here now. */
export interface TransferCheck {
  readonly domain: DomainName;
  readonly transferable: boolean;
  readonly authCodeRequired?: boolean;
  readonly authCodeValid?: boolean;
  readonly locked?: boolean;
  readonly reason?: string;
}

export interface GetTransferInput {
  readonly domain: string;
  readonly transferId?: string;
}

/** An incoming transfer. */
export interface Transfer {
  readonly domain: DomainName;
  readonly transferId?: string;
  readonly status: 'pending' | 'done' | 'failed' | 'needs_action' | 'unknown';
  readonly vendorStatus?: string;
  readonly reason?: string;
  readonly startedOn?: CalendarDate;
}

export interface ListTransfersInput {
  readonly status?: 'pending' | 'done' | 'failed';
}
