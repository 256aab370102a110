import { formatMoney, toUnicodeDomain, type Quote } from '@registrar-kit/core';
import type { Field } from '../output/record.js';
import { wordOf } from './operation-words.js';

/** A quote as lines. */
export function quoteFields(quote: Quote): readonly Field[] {
  return [
    ['domain', toUnicodeDomain(quote.domain)],
    ['operation', wordOf(quote.operation)],
    ['years', String(quote.years)],
    ['price', { text: formatMoney(quote.price), style: 'bold' }],
    ['premium', quote.premium ? { text: 'yes', style: 'yellow' } : 'no'],
    ['early access', quote.earlyAccess ? { text: 'yes', style: 'yellow' } : undefined],
    ['valid until', quote.validUntil],
    ['provider', `${quote.provider}, ${quote.environment}`],
  ];
}
