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

/** A document the way the vendor lays it out: mostly a declaration, CRLF, two spaces. */
export function writeXml(
  root: XmlNode,
  { declaration }: { readonly declaration: boolean },
): string {
  const first = declaration ? `<?xml version="1.0" encoding="utf-8"?>${lineEnd}` : '';
  return `${first}${write(root, '')}`;
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
  // A reader takes them for blanks inside an attribute.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

// eslint-disable-next-line no-control-regex -- These are what no XML document may hold.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escape(text: string): string {
  return text
    .replace(illegal, '\ufffd')
    .replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character);
}
