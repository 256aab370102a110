import { domainToASCII, domainToUnicode } from 'node:url';
import { getPublicSuffix } from 'tldts';
import type { Branded } from './brand.js';
import { quoteValue } from './quote-value.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';

/**
 * A registrable domain name in its A-label form: lower case, no trailing dot, `xn--` where it is international.
 * Show people {@link toUnicodeDomain}.
 */
export type DomainName = Branded<'DomainName'>;

/** What {@link readDomainName} found: the name, or the problem and its cure in words. */
export type DomainNameReading =
  | { readonly ok: true; readonly domain: DomainName }
  | { readonly ok: false; readonly problem: string; readonly cure: string };

/** Where a name divides: `example` + `co.uk`. */
export interface DomainParts {
  /** The registered label, in A-label form. */
  readonly label: string;
  /** The public suffix without a leading dot, in A-label form. */
  readonly tld: string;
}

/** Nearly all names: nothing in them that could be meant otherwise. An ending with digits may be one of an address, `xn--` has to be decoded. */
const plainPattern = /^(?!(?:.*\.)?xn--)[a-z0-9.-]+\.[a-z]+$/;
const labelPattern = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const emojiPattern = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const invisiblePattern = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
// Letters, marks and digits of any script, what IDNA 2008 permits beside them, and the separators of labels.
const foreignPattern =
  /[^\p{L}\p{M}\p{N}\u00b7\u0375\u05f3\u05f4\u06fd\u06fe\u0f0b\u30fb\u3002\u200c-\u200d.-]/u;

/**
 * Reads what a person typed as a domain name: any case, Unicode or A-label, with or without a trailing dot.
 *
 * Never throws. Host names below a registrable name (`www.example.com`) and bare suffixes (`co.uk`) are told apart. A typed
 * emoji is refused, yet its A-label is read: a few endings sold such names, and their holders must be able to renew them.
 */
export function readDomainName(input: string): DomainNameReading {
  if (typeof input !== 'string') return refuse('is not text', 'give the name as a string');
  const typed = input.trim().replace(/[.\u3002\uff0e\uff61]$/u, '');
  if (typed === '') return refuse('is empty', 'give a name such as example.com');
  if (typed.length > 1000)
    return refuse('is far too long for a domain name', 'give at most 253 characters');
  return plainPattern.test(typed) ? readAscii(typed, typed) : readForeign(typed);
}

/** What holds more than the plain characters of names. */
function readForeign(typed: string): DomainNameReading {
  if (emojiPattern.test(typed))
    return refuse('holds an emoji', 'use letters, digits and hyphens; IDNA 2008 has no emoji');
  // A joiner inside a label can be legitimate (Persian, Sinhala); everything else invisible is a paste accident.
  if (invisiblePattern.test(typed.replace(/[\u200c\u200d]/gu, ''))) {
    return refuse('holds an invisible character', 'type the name again instead of pasting it');
  }
  // Full-width forms are what an Asian keyboard gives; they mean the plain ones.
  if (foreignPattern.test(typed.normalize('NFKC'))) {
    return refuse(
      'holds a character that no domain name has',
      'use letters, digits, hyphens and dots only',
    );
  }
  return readAscii(domainToASCII(typed).toLowerCase(), typed);
}

/** @param ascii - the A-label form, empty where there is none */
function readAscii(ascii: string, typed: string): DomainNameReading {
  const labels = (ascii === '' ? typed.toLowerCase() : ascii).split('.');
  for (const label of labels) {
    if (label === '') return refuse('has an empty label', 'remove the doubled or leading dot');
    if (label.length > 63)
      return refuse(
        `has a label of ${String(label.length)} characters`,
        'shorten each label to 63 or fewer',
      );
  }
  if (ascii === '')
    return refuse('is not a valid international name', 'check its spelling and script');
  if (ascii.length > 253)
    return refuse(`has ${String(ascii.length)} characters`, 'shorten it to 253 or fewer');
  for (const label of labels) {
    if (!labelPattern.test(label))
      return refuse(
        `has an invalid label "${label}"`,
        'labels start and end with a letter or digit',
      );
  }
  return readRegistrable(ascii, labels);
}

/** Parses a name as {@link readDomainName} does. @throws {@link InvalidInputError} with the problem and the cure. */
export function parseDomainName(input: string): DomainName {
  const reading = readDomainName(input);
  if (reading.ok) return reading.domain;
  throw new InvalidInputError({
    provider: 'registrar-kit',
    operation: 'parseDomainName',
    issues: [
      { path: 'domain', problem: `${quoteValue(input)} ${reading.problem}`, cure: reading.cure },
    ],
  });
}

/** The form for people: `xn--mnchen-3ya.de` becomes `münchen.de`. */
export function toUnicodeDomain(domain: string): string {
  return domainToUnicode(domain) || domain;
}

/** Divides a name at its public suffix. */
export function splitDomainName(domain: DomainName): DomainParts {
  const tld = publicSuffixOf(domain);
  return { label: domain.slice(0, domain.length - tld.length - 1), tld };
}

function readRegistrable(ascii: string, labels: readonly string[]): DomainNameReading {
  if (labels.length < 2) return refuse('has no top-level domain', `add one, such as ${ascii}.com`);
  if (/^\d+$/.test(labels.at(-1) ?? ''))
    return refuse('is an IP address, not a name', 'give a name such as example.com');
  const suffix = publicSuffixOf(ascii);
  if (ascii === suffix)
    return refuse(
      'is a public suffix, under which names are registered',
      `add a label, such as example.${ascii}`,
    );
  const dot = ascii.lastIndexOf('.', ascii.length - suffix.length - 2);
  if (dot !== -1) {
    const registrable = toUnicodeDomain(ascii.slice(dot + 1));
    return refuse(`is a host below ${registrable}`, `use ${registrable}`);
  }
  return { ok: true, domain: ascii as DomainName };
}

/**
 * The suffix under which a name stands. Suffixes of the list's private part (`uk.com`) count for the names below them, since
 * registrars sell such names; the suffix itself is a name below a registry's own suffix.
 */
function publicSuffixOf(ascii: string): string {
  const withPrivate = getPublicSuffix(ascii, withPrivateOnes);
  if (withPrivate !== null && withPrivate !== ascii) return withPrivate;
  return getPublicSuffix(ascii, asItIs) ?? ascii;
}

/** The names are valid by now, and no addresses of web pages. */
const asItIs = { validateHostname: false, extractHostname: false };
const withPrivateOnes = { ...asItIs, allowPrivateDomains: true };

function refuse(problem: string, cure: string): DomainNameReading {
  return { ok: false, problem, cure };
}
