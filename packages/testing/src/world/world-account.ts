import type { Environment, Money } from '@registrar-kit/core';
import type { NewWorldRecord } from './world-zone.js';

/** The key of an account in each of the vendor's environments. Never a real one. */
export type WorldKeys = Readonly<Partial<Record<Environment, string>>>;

/** A customer of the simulated registrar. */
export interface WorldAccount {
  /** What the vendor calls it by: a user name, a reseller id. */
  readonly id: string;
  readonly keys: WorldKeys;
  /** Addresses that may call; `undefined` lets every address in. */
  readonly allowedAddresses: readonly string[] | undefined;
  /** One amount per currency; the first is what orders are paid in when they name no currency. */
  readonly balances: readonly Money[];
  /** Whether the account holder has switched the interface on. */
  readonly apiEnabled: boolean;
  readonly locked: boolean;
  /** Other accounts that it may act for. */
  readonly mayActFor: readonly string[];
  /** What a zone holds that nobody has written yet; `{domain}` in a value stands for the domain. */
  readonly parking: readonly NewWorldRecord[];
}

/** An account to add; what is left out is the harmless choice. */
export interface NewWorldAccount {
  readonly id: string;
  /** @defaultValue no key, so that nobody can sign in */
  readonly keys?: WorldKeys;
  /** @defaultValue every address */
  readonly allowedAddresses?: readonly string[];
  readonly balances?: readonly Money[];
  /** @defaultValue true */
  readonly apiEnabled?: boolean;
  /** @defaultValue false */
  readonly locked?: boolean;
  readonly mayActFor?: readonly string[];
  /** Records of a zone that nobody has written yet; `{domain}` in a value stands for the domain. @defaultValue none */
  readonly parking?: readonly NewWorldRecord[];
}

/** What can be changed of an account; `allowedAddresses: undefined` lets every address in. */
export interface AccountChange {
  readonly keys?: WorldKeys;
  readonly allowedAddresses?: readonly string[] | undefined;
  readonly apiEnabled?: boolean;
  readonly locked?: boolean;
  readonly mayActFor?: readonly string[];
  readonly parking?: readonly NewWorldRecord[];
}
