import type { CalendarDate } from '../values/calendar-date.js';
import type { DomainName } from '../values/domain-name.js';
import type { Secret } from '../values/secret.js';

/** The transfer that is thought of. */
export interface CheckTransferInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  /** From the losing registrar; with it the provider can say whether it is right. */
  readonly authCode?: Secret | string;
}

/** Whether a domain can be brought here now. What the provider does not state is absent. */
export interface TransferCheck {
  readonly domain: DomainName;
  readonly transferable: boolean;
  readonly authCodeRequired?: boolean;
  readonly authCodeValid?: boolean;
  /** Whether the registrar lock still holds it. */
  readonly locked?: boolean;
  /** Why not, in the provider's own words. */
  readonly reason?: string;
}

/** The incoming transfer that is meant. */
export interface GetTransferInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  /** The provider's number of it. @defaultValue the latest transfer of the domain */
  readonly transferId?: string;
}

/**
 * What holds up or has ended a transfer, and thereby who can help.
 *
 * - `auth_code_missing`, `auth_code_wrong`: the customer asks the losing registrar for the code.
 * - `locked`: the customer unlocks the domain there; `too_young`: registered or moved less than 60 days ago.
 * - `approval_missing`, `approval_refused`: the registrant has not confirmed, or has refused.
 * - `registrant_data`: contacts are missing or differ.
 * - `losing_registrar`, `registry`: refused by the other side.
 * - `already_here`, `already_started`, `not_registered`, `not_transferable`: nothing to transfer.
 * - `charge`: the payment; `cancelled`: ended on purpose; `other`: see `reason`.
 */
export type TransferCause =
  | 'auth_code_missing'
  | 'auth_code_wrong'
  | 'locked'
  | 'too_young'
  | 'approval_missing'
  | 'approval_refused'
  | 'registrant_data'
  | 'losing_registrar'
  | 'registry'
  | 'already_here'
  | 'already_started'
  | 'not_registered'
  | 'not_transferable'
  | 'charge'
  | 'cancelled'
  | 'other';

/** An incoming transfer. */
export interface Transfer {
  readonly domain: DomainName;
  /** The provider's number of it. */
  readonly transferId?: string;
  /** `needs_action`: it waits for somebody, see `cause`. `unknown`: the provider used a word without a sourced meaning. */
  readonly status: 'pending' | 'done' | 'failed' | 'needs_action' | 'unknown';
  readonly cause?: TransferCause;
  /** The provider's own word or number for the status. */
  readonly vendorStatus?: string;
  /** What it means, in words for an admin. */
  readonly reason?: string;
  readonly startedOn?: CalendarDate;
  /** When the status last changed. */
  readonly changedOn?: CalendarDate;
}

/** Which transfers are wanted; without fields all of them. */
export interface ListTransfersInput {
  /** `pending` includes those that wait for somebody (`needs_action`). */
  readonly status?: 'pending' | 'done' | 'failed';
  /** Only names that contain this text. */
  readonly search?: string;
}
