/** An element to write. `undefined` attributes and children are left out. */
export interface XmlNode {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly children?: readonly (XmlNode | undefined)[];
  /** Comes before the children. */
  readonly text?: string;
}

/** An element, briefly. */
export function node(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (XmlNode | undefined)[] = [],
): XmlNode {
  return { name, attributes, children };
}

/** An element that holds nothing but text; self-closing when that is empty. */
export function textNode(name: string, text: string): XmlNode {
  return { name, text };
}

// As the vendor writes it.
const lineEnd = '\r\n';
const indentation = '  ';

/** A document the way the vendor lays it out: declaration, CRLF, two spaces. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="utf-8"?>${lineEnd}${write(root, '')}`;
}

function write(element: XmlNode, indent: string): string {
  const attributes = Object.entries(element.attributes ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escape(value ?? '')}"`)
    .join('');
  const start = `${indent}<${element.name}${attributes}`;
  const text = escape(element.text ?? '');
  const children = (element.children ?? []).filter((child) => child !== undefined);
  if (children.length === 0) {
    return text === '' ? `${start} />` : `${start}>${text}</${element.name}>`;
  }
  const lines = children.map((child) => write(child, indent + indentation));
  return [`${start}>${text}`, ...lines, `${indent}</${element.name}>`].join(lineEnd);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
