import type { Money } from '../values/money.js';
import type { Quote } from './quote.js';

/**
 * What the caller agrees to pay: exactly a quote; anything up to an amount; or the provider's standard price as read in the
 * same call (`listed`), which is refused for premium names, early access and restores.
 */
export type PriceConsent = Quote | { readonly atMost: Money } | 'listed';
