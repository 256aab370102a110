import type {
  CalendarDate,
  CompleteContactSet,
  ContactSet,
  DomainName,
  Money,
  Nameserver,
  TransferCause,
} from '@registrar-kit/core';
import type { LedgerEntry } from './ledger.js';

/** Where an incoming transfer stands; the last three are ends. */
export const transferStages = [
  'waiting_auth_code',
  'submitted',
  'waiting_approval',
  'done',
  'failed',
  'cancelled',
] as const;

/** One of {@link transferStages}. */
export type TransferStage = (typeof transferStages)[number];

/** An incoming transfer. It is never changed in place; read it again after a change. */
export interface WorldTransfer {
  readonly id: number;
  readonly domain: DomainName;
  /** The account that has ordered it and that the domain comes to. */
  readonly account: string;
  readonly stage: TransferStage;
  /** What holds it up or has ended it. */
  readonly cause?: TransferCause | undefined;
  /** ISO instant (UTC). */
  readonly startedAt: string;
  /** ISO instant (UTC) of the last change of the stage. */
  readonly changedAt: string;
  /** The ledger entry that paid for it. */
  readonly entryId: number;
  /** The id that the domain has as long as the transfer lasts, and afterwards. */
  readonly domainId: number;
  /** Whether the money was given back. */
  readonly refunded: boolean;
  /** As the order gave it; made up. */
  readonly authCode?: string;
  /** As the order gave them; without them the domain keeps its own. */
  readonly contacts?: CompleteContactSet;
  readonly privacy: boolean;
}

/** A transfer to order. */
export interface WorldTransferOrder {
  readonly account: string;
  readonly domain: string;
  readonly authCode?: string;
  /** @defaultValue as they are at the losing registrar */
  readonly contacts?: ContactSet;
  /** @defaultValue false */
  readonly privacy?: boolean;
  /** @defaultValue the currency of the account's first balance */
  readonly currency?: string;
  /** Refuses the order when it costs anything else. */
  readonly acceptedTotal?: Money;
  /**
   * For vendors that take the order and the money whatever stands in the way, and say later that it failed. Only what no order
   * can be about is still refused: a bad name, an ending that is not transferred here, a transfer under way.
   * @defaultValue false
   */
  readonly failLater?: boolean;
}

/** An ordered transfer. */
export interface WorldTransferReceipt {
  readonly transfer: WorldTransfer;
  readonly entry: LedgerEntry;
}

/** What a transfer is checked for. */
export interface WorldTransferQuestion {
  readonly account: string;
  readonly domain: string;
  readonly authCode?: string;
}

/** What stands in the way of a transfer. */
export type TransferObstacle = Extract<
  TransferCause,
  | 'not_transferable'
  | 'already_here'
  | 'already_started'
  | 'not_registered'
  | 'locked'
  | 'too_young'
  | 'auth_code_missing'
  | 'auth_code_wrong'
>;

/** Whether a domain can be brought to an account now. */
export interface WorldTransferCheck {
  readonly domain: DomainName;
  /** The first thing in the way, in the order of {@link TransferObstacle}; absent when there is none. */
  readonly obstacle?: TransferObstacle;
  readonly authCodeRequired: boolean;
  /** Whether the given code is the right one; absent when none was given. */
  readonly authCodeValid?: boolean;
  /** Whether the losing registrar still holds it. */
  readonly locked: boolean;
  /** The account of this world that holds it already. */
  readonly heldBy?: string;
}

/** By what transfers are sorted. */
export type TransferOrder = 'id' | 'name' | 'started' | 'changed';

/** Which part of an account's transfers is wanted. */
export interface TransferPaging {
  /** @defaultValue every stage */
  readonly stage?: TransferStage | readonly TransferStage[];
  /** Only names that contain this text. */
  readonly search?: string;
  /** @defaultValue 'id' */
  readonly sortBy?: TransferOrder;
  readonly descending?: boolean;
  /** @defaultValue 0 */
  readonly offset?: number;
  /** @defaultValue all */
  readonly limit?: number;
}

/** One page of an account's transfers. */
export interface TransferPage {
  readonly items: readonly WorldTransfer[];
  /** How many match, on all pages. */
  readonly total: number;
}

/** A domain at another registrar. */
export interface ForeignDomain {
  readonly domain: DomainName;
  /** What the losing registrar gave out; `undefined`: nothing that anybody here knows. */
  readonly authCode?: string;
  readonly locked: boolean;
  readonly registeredOn: CalendarDate;
  /** The day on which it last changed its registrar. */
  readonly movedOn?: CalendarDate;
  readonly expiresOn: CalendarDate;
  readonly contacts: CompleteContactSet;
  readonly nameservers: readonly Nameserver[];
}

/** A domain to let somebody hold at another registrar. */
export interface ForeignDomainSeed {
  readonly domain: string;
  readonly authCode: string;
  /** @defaultValue false */
  readonly locked?: boolean;
  /** `YYYY-MM-DD`. @defaultValue two years before today */
  readonly registeredOn?: string;
  /** `YYYY-MM-DD`. @defaultValue half a year from today */
  readonly expiresOn?: string;
  readonly contacts?: ContactSet;
  /** @defaultValue two servers below example.net */
  readonly nameservers?: readonly string[];
}
