import type { XmlElement } from './xml-element.js';

/** Set before names, so that an element called `constructor` or `$` collides with nothing. */
const ELEMENT = 'e:';
const ATTRIBUTE = 'a:';

/** xml2js' key of an element: its name without the namespace prefix. */
export function elementKey(name: string): string {
  return ELEMENT + localName(name);
}

/** xml2js' key of an attribute: its name without the namespace prefix, in lower case, under which it is looked up. */
export function attributeKey(name: string): string {
  // Declarations of namespaces are no data.
  return /^xmlns(?::|$)/i.test(name) ? 'xmlns' : ATTRIBUTE + localName(name).toLowerCase();
}

/** What xml2js makes of an element that is not empty. */
interface ElementNode {
  readonly _?: unknown;
  readonly $?: Readonly<Record<string, unknown>>;
}

/** An element over what xml2js made of it. Its objects are only ever looked at key by key, never handed on. */
export class ParsedElement implements XmlElement {
  readonly name: string;
  readonly #node: ElementNode;
  #children: ReadonlyMap<string, readonly XmlElement[]> | undefined;

  /** @param node - an object, or a string where the element is empty */
  constructor(name: string, node: unknown) {
    this.name = name;
    this.#node = typeof node === 'object' && node !== null ? node : {};
  }

  get text(): string {
    const { _: text } = this.#node;
    return typeof text === 'string' ? text.trim() : '';
  }

  get attributeNames(): readonly string[] {
    return Object.keys(this.#node.$ ?? {})
      .filter((key) => key.startsWith(ATTRIBUTE))
      .map((key) => key.slice(ATTRIBUTE.length));
  }

  get childNames(): readonly string[] {
    this.#children ??= childrenOf(this.#node);
    return [...this.#children.keys()];
  }

  attribute(name: string): string | undefined {
    const value = this.#node.$?.[ATTRIBUTE + name.toLowerCase()];
    return typeof value === 'string' ? value : undefined;
  }

  child(name: string): XmlElement | undefined {
    return this.children(name)[0];
  }

  children(name: string): readonly XmlElement[] {
    this.#children ??= childrenOf(this.#node);
    return this.#children.get(name.toLowerCase()) ?? [];
  }
}

/** Most elements have none, and there may be tens of thousands of them. */
const noChildren: ReadonlyMap<string, readonly XmlElement[]> = new Map();

function childrenOf(node: ElementNode): ReadonlyMap<string, readonly XmlElement[]> {
  const found = new Map<string, XmlElement[]>();
  for (const [key, nodes] of Object.entries(node) as [string, unknown][]) {
    if (!key.startsWith(ELEMENT) || !Array.isArray(nodes)) continue;
    const name = key.slice(ELEMENT.length);
    const elements = nodes.map((each: unknown) => new ParsedElement(name, each));
    const sameName = found.get(name.toLowerCase());
    if (sameName === undefined) found.set(name.toLowerCase(), elements);
    else sameName.push(...elements);
  }
  return found.size === 0 ? noChildren : found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
