import type { DomainName } from '../values/domain-name.js';
import type { Quote } from './quote.js';
import type { Money } from '../values/money.js';
import type { PaidResult } from './paid-result.js';

export interface RestoreDomainInput {
  readonly domain: string;
  /** A restore has no listed price. */
  readonly price: Quote | { readonly atMost: Money };
}

export interface RestoreDomainResult extends PaidResult {
  readonly domain: DomainName;
}
