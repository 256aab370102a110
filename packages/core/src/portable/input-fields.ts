import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { readCalendarDate, type CalendarDate } from '../values/calendar-date.js';
import { readDomainName, type DomainName } from '../values/domain-name.js';
import { quoteValue } from '../values/quote-value.js';
import { readNameserver, type Nameserver } from '../values/nameserver.js';
import { addFault } from './parse-input.js';

/** A domain as people type it, read into its A-label form. */
export const domainField = z.unknown().transform((value, context): DomainName => {
  const reading = readDomainName(value as string);
  if (reading.ok) return reading.domain;
  addFault(
    context,
    value === undefined ? 'is missing' : `${quoteValue(value)} ${reading.problem}`,
    reading.cure,
  );
  return z.NEVER;
});

/** No registry lets anybody buy more years at once. */
export const mostYears = 10;

/** Whole years that can be bought at once. */
export function yearsFieldUpTo(most: number): z.ZodType<number> {
  return z.unknown().transform((value, context): number => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most)
      return value;
    addFault(
      context,
      value === undefined ? 'is missing' : `${quoteValue(value)} is not a number of years`,
      most === 1 ? 'give 1' : `give a whole number from 1 to ${String(most)}`,
    );
    return z.NEVER;
  });
}

/** The value of an extra field of a registry. */
const attributeField = z.string().superRefine((value, context) => {
  if (value.length > 1000 || /[\p{Cc}\p{Cs}]/u.test(value))
    addFault(
      context,
      'is too long, or holds a control or a broken character',
      'give one line of text of at most 1000 characters',
    );
});

/** Extra fields of a registry. */
export const attributesField = z.record(z.string().min(1).max(100), attributeField);

/** A day. */
export const calendarDateField = z.unknown().transform((value, context): CalendarDate => {
  const date = typeof value === 'string' ? readCalendarDate(value) : undefined;
  if (date !== undefined) return date;
  addFault(
    context,
    value === undefined ? 'is missing' : `${quoteValue(value)} is not an existing day`,
    'write it as YYYY-MM-DD',
  );
  return z.NEVER;
});

/** An ending such as `co.uk`, with or without a leading dot, read into its A-label form. */
export const tldField = z.unknown().transform((value, context): string => {
  const tld = readTld(value);
  if (tld !== undefined) return tld;
  addFault(
    context,
    `${quoteValue(value)} is not a top-level domain`,
    'give an ending such as com or co.uk',
  );
  return z.NEVER;
});

/** An ending as people type it, in its A-label form; `undefined` when it is none. */
export function readTld(value: unknown): string | undefined {
  const typed = typeof value === 'string' ? value.trim().replace(/^\./, '').replace(/\.$/, '') : '';
  const ascii = /[^\p{L}\p{M}\p{N}.-]/u.test(typed) ? '' : domainToASCII(typed).toLowerCase();
  const isTld = ascii.length <= 251 && /^(?:[a-z0-9-]{1,63}\.)*[a-z][a-z0-9-]{0,62}$/.test(ascii);
  return isTld ? ascii : undefined;
}

/** Of a list that is far too long, so many entries are looked at; what is wrong with it is its length. */
export const mostNamed = 100;

/** A whole set of name servers: full host names, each once, in the order given. */
export function nameserversField(limits: {
  readonly minNameservers: number;
  readonly maxNameservers: number;
}): z.ZodType<readonly Nameserver[]> {
  const { minNameservers: min, maxNameservers: max } = limits;
  return z.unknown().transform((value, context): readonly Nameserver[] => {
    if (!Array.isArray(value)) {
      addFault(
        context,
        'is not a list of host names',
        `give ${String(min)} to ${String(max)} host names`,
      );
      return z.NEVER;
    }
    const found = new Set<Nameserver>();
    for (const [index, item] of (value as unknown[]).slice(0, mostNamed).entries()) {
      const nameserver = readNameserver(item as string);
      if (nameserver === undefined)
        addFault(
          context,
          `${quoteValue(item)} is not a host name`,
          'give a full host name such as ns1.example.net',
          [index],
        );
      else if (found.has(nameserver))
        addFault(context, `${nameserver} is given twice`, 'give each name server once', [index]);
      else found.add(nameserver);
    }
    if (value.length < min || value.length > max) {
      addFault(
        context,
        `has ${String(value.length)} name server${value.length === 1 ? '' : 's'}`,
        `give ${String(min)} to ${String(max)}`,
      );
    }
    return [...found];
  });
}
