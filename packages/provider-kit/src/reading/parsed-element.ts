import type { XmlElement } from './xml-element.js';

/** How an element is called; one object for all elements of a document that are called the same. */
export interface ElementName {
  /** Without the namespace prefix. */
  readonly local: string;
  /** The same in lower case, under which it is looked up. */
  readonly key: string;
}

export function elementNameOf(written: string): ElementName {
  const local = localName(written);
  return { local, key: local.toLowerCase() };
}

/** Most elements have none, and there may be tens of thousands of them. */
const noChildren: readonly ParsedElement[] = [];

/** An element as it was parsed. */
export class ParsedElement implements XmlElement {
  readonly #name: ElementName;
  /** The parser's own object, with names as they are written; asked for its own properties only, and never handed on. */
  readonly #attributes: Readonly<Record<string, string>>;
  #children: ParsedElement[] | undefined;
  #text = '';

  constructor(name: ElementName, attributes: Readonly<Record<string, string>>) {
    this.#name = name;
    this.#attributes = attributes;
  }

  get name(): string {
    return this.#name.local;
  }

  get text(): string {
    return this.#text.trim();
  }

  get attributeNames(): readonly string[] {
    return [...new Set(Object.keys(this.#attributes).filter(isData).map(attributeKey))];
  }

  get childNames(): readonly string[] {
    return [...new Set((this.#children ?? noChildren).map((child) => child.#name.key))];
  }

  attribute(name: string): string | undefined {
    const attributes = this.#attributes;
    // Nearly always written as it is asked for.
    if (Object.hasOwn(attributes, name) && isData(name) && !name.includes(':'))
      return attributes[name];
    const key = name.toLowerCase();
    const written = Object.keys(attributes).filter(
      (each) => isData(each) && attributeKey(each) === key,
    );
    const first = written.find((each) => !each.includes(':')) ?? written[0];
    return first === undefined ? undefined : attributes[first];
  }

  child(name: string): XmlElement | undefined {
    if (this.#children === undefined) return undefined;
    const key = name.toLowerCase();
    return this.#children.find((child) => child.#name.key === key);
  }

  children(name: string): readonly XmlElement[] {
    if (this.#children === undefined) return noChildren;
    const key = name.toLowerCase();
    return this.#children.filter((child) => child.#name.key === key);
  }

  /** Adds a child, while it is parsed. */
  adopt(child: ParsedElement): void {
    if (this.#children === undefined) this.#children = [child];
    else this.#children.push(child);
  }

  /** Adds to its text, while it is parsed. */
  append(text: string): void {
    this.#text += text;
  }
}

/** Declarations of namespaces are no data. */
function isData(attribute: string): boolean {
  return attribute !== 'xmlns' && !attribute.startsWith('xmlns:');
}

function attributeKey(written: string): string {
  return localName(written).toLowerCase();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
