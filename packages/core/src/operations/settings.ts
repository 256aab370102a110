import type { ContactSet, StoredContactSet } from '../values/contact.js';
import type { DomainName } from '../values/domain-name.js';
import type { Secret } from '../values/secret.js';

/** The code with which a domain can leave. */
export interface AuthCode {
  /** Open it with `.reveal()`; it prints as `[redacted]`. */
  readonly authCode: Secret;
}

/** The registrar lock against transfers. */
export interface LockState {
  readonly domain: DomainName;
  readonly locked: boolean;
}

/** The lock that should stand. */
export interface SetLockInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  readonly locked: boolean;
}

/** Whether the contacts are hidden from the public. */
export interface PrivacyState {
  readonly domain: DomainName;
  readonly privacy: boolean;
}

/** The privacy that should stand. */
export interface SetPrivacyInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  readonly privacy: boolean;
  /**
   * Where mail to the hidden address is sent on, for providers that ask for it.
   * @defaultValue the address that the provider holds: the last one used, else the registrant's
   */
  readonly forwardTo?: string;
}

/** The contacts of a domain, as the provider keeps them. */
export interface DomainContacts {
  readonly domain: DomainName;
  readonly contacts: StoredContactSet;
  /** The registry's extra fields, where the provider gives them out. */
  readonly tldAttributes?: Readonly<Record<string, string>>;
}

/** New contacts for some roles or all. */
export interface SetContactsInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  /** Each role given is replaced whole; the others are kept. One at least. */
  readonly contacts: Partial<ContactSet>;
  /** Extra fields of the registry that should change with them. */
  readonly tldAttributes?: Readonly<Record<string, string>>;
}

/** Whether the provider renews the domain by itself. */
export interface AutoRenewState {
  readonly domain: DomainName;
  readonly autoRenew: boolean;
}

/** The automatic renewal that should stand. */
export interface SetAutoRenewInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  readonly autoRenew: boolean;
}

/** Whether the registrant has confirmed the e-mail address, as ICANN asks. */
export interface RegistrantVerification {
  readonly domain: DomainName;
  readonly status: 'verified' | 'pending' | 'suspended' | 'not_required' | 'unknown';
}
