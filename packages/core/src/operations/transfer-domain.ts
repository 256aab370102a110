import type { ContactSet } from '../values/contact.js';
import type { DomainName } from '../values/domain-name.js';
import type { Secret } from '../values/secret.js';
import type { PaidResult } from './paid-result.js';
import type { PriceConsent } from './price-consent.js';

/** A transfer to this account. */
export interface TransferDomainInput {
  /** As people type it: any case, Unicode or A-labels. */
  readonly domain: string;
  /** From the losing registrar. */
  readonly authCode: Secret | string;
  readonly price: PriceConsent;
  readonly contacts?: ContactSet;
  readonly privacy?: boolean;
}

/** What starting a transfer came to. */
export interface TransferDomainResult extends PaidResult {
  readonly domain: DomainName;
  /** The provider's number of the transfer, for `getTransfer`. */
  readonly transferId?: string;
}
