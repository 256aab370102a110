import type { XmlElement } from '@registrar-kit/provider-kit';

/**
 * An element of a raw answer as plain JSON. Names are in lower case, since the vendor changes their case between its pages, its
 * sandbox and production; children always come as a list, one or many.
 */
export interface NamecheapRawElement {
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text, trimmed; empty when there is none. */
  readonly text: string;
  readonly children: Readonly<Record<string, readonly NamecheapRawElement[]>>;
}

/** Keys that reach a prototype when somebody copies the object carelessly. */
const treacherous: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** @param clean - takes secrets out of a text */
export function toRawElement(
  element: XmlElement,
  clean: (text: string) => string,
): NamecheapRawElement {
  const safe = (names: readonly string[]): readonly string[] =>
    names.filter((name) => !treacherous.has(name));
  return {
    attributes: Object.fromEntries(
      safe(element.attributeNames).map((name) => [name, clean(element.attribute(name) ?? '')]),
    ),
    text: clean(element.text),
    children: Object.fromEntries(
      safe(element.childNames).map((name) => [
        name,
        element.children(name).map((child) => toRawElement(child, clean)),
      ]),
    ),
  };
}
