import type { CompleteContactSet, ContactSet } from '../values/contact.js';
import type { DomainName } from '../values/domain-name.js';
import type { Secret } from '../values/secret.js';

export interface AuthCode {
  readonly authCode: Secret;
}

export interface LockState {
  readonly domain: DomainName;
  readonly locked: boolean;
}

export interface SetLockInput {
  readonly domain: string;
  readonly locked: boolean;
}

export interface PrivacyState {
  readonly domain: DomainName;
  readonly privacy: boolean;
}

export interface SetPrivacyInput {
  readonly domain: string;
  readonly privacy: boolean;
}

export interface DomainContacts {
  readonly domain: DomainName;
  readonly contacts: CompleteContactSet;
}

export interface SetContactsInput {
  readonly domain: string;
  readonly contacts: Partial<ContactSet>;
}

export interface AutoRenewState {
  readonly domain: DomainName;
  readonly autoRenew: boolean;
}

export interface SetAutoRenewInput {
  readonly domain: string;
  readonly autoRenew: boolean;
}

/** Whether the registrant has confirmed the e-mail address, as ICANN asks. */
export interface RegistrantVerification {
  readonly domain: DomainName;
  readonly status: 'verified' | 'pending' | 'suspended' | 'not_required' | 'unknown';
}
