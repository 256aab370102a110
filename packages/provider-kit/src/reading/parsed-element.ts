import type { XmlElement } from './xml-element.js';

/** Set before names by {@link elementKey}, so that an element called `constructor` or `$` collides with nothing. */
const ELEMENT = 'e:';
const ATTRIBUTE = 'a:';

/** xml2js' key of an element or an attribute: its name without the namespace prefix. */
export function elementKey(name: string): string {
  return ELEMENT + localName(name);
}

export function attributeKey(name: string): string {
  // Declarations of namespaces are no data.
  return /^xmlns(?::|$)/i.test(name) ? 'xmlns' : ATTRIBUTE + localName(name);
}

/** An element over what xml2js made of it. Its objects are only ever looked at key by key, never handed on. */
export class ParsedElement implements XmlElement {
  readonly name: string;
  readonly text: string;
  readonly #node: object;
  #attributes: ReadonlyMap<string, string> | undefined;
  #children: ReadonlyMap<string, readonly XmlElement[]> | undefined;

  /** @param node - an object, or a string where the element is empty */
  constructor(name: string, node: unknown) {
    this.name = name;
    this.#node = typeof node === 'object' && node !== null ? node : {};
    const text = (this.#node as { _?: unknown })._;
    this.text = typeof text === 'string' ? text.trim() : '';
  }

  attribute(name: string): string | undefined {
    this.#attributes ??= attributesOf(this.#node);
    return this.#attributes.get(name.toLowerCase());
  }

  child(name: string): XmlElement | undefined {
    return this.children(name)[0];
  }

  children(name: string): readonly XmlElement[] {
    this.#children ??= childrenOf(this.#node);
    return this.#children.get(name.toLowerCase()) ?? [];
  }
}

function attributesOf(node: object): ReadonlyMap<string, string> {
  const { $: attributes = {} } = node as { $?: object };
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(attributes) as [string, unknown][]) {
    const name = key.slice(ATTRIBUTE.length).toLowerCase();
    if (key.startsWith(ATTRIBUTE) && typeof value === 'string' && !found.has(name))
      found.set(name, value);
  }
  return found;
}

function childrenOf(node: object): ReadonlyMap<string, readonly XmlElement[]> {
  const found = new Map<string, XmlElement[]>();
  for (const [key, nodes] of Object.entries(node) as [string, unknown][]) {
    if (!key.startsWith(ELEMENT) || !Array.isArray(nodes)) continue;
    const name = key.slice(ELEMENT.length);
    const elements = nodes.map((each: unknown) => new ParsedElement(name, each));
    const sameName = found.get(name.toLowerCase());
    if (sameName === undefined) found.set(name.toLowerCase(), elements);
    else sameName.push(...elements);
  }
  return found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
