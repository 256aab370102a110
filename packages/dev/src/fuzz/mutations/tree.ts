/**
 * A document as something to take apart: an XML element with its attributes, children and texts, or a JSON value with its
 * fields. Texts and scalars stand in it as they are written, so that they can be anything. Changed in place.
 */
export interface Tree {
  readonly form: 'element' | 'attribute' | 'text' | 'object' | 'list' | 'scalar';
  name: string;
  /** As written: the raw text of an attribute, a text or a scalar. */
  raw: string;
  fields: Tree[];
}

/** A document as a tree, and the way back. */
export interface Document {
  readonly format: 'xml' | 'json';
  readonly root: Tree;
}

/** A tree takes far more memory than its text. */
const greatest = 512 * 1024;
/** Deeper than any answer, and no strain for what follows a tree by calling itself. */
const deepest = 60;

/** A body as a tree; `undefined` where it is neither XML nor JSON of the plain kind. */
export function readDocument(text: string): Document | undefined {
  if (text.length > greatest) return undefined;
  const body = text.trimStart();
  if (body.startsWith('<')) {
    const root = readXml(body);
    return root === undefined ? undefined : { format: 'xml', root };
  }
  if (body.includes('['.repeat(deepest)) || body.includes('{"a":'.repeat(deepest)))
    return undefined;
  try {
    return { format: 'json', root: fromJson('', JSON.parse(body)) };
  } catch {
    return undefined;
  }
}

/** The text of a tree. */
export function writeDocument({ format, root }: Document): string {
  return format === 'xml' ? `<?xml version="1.0" encoding="utf-8"?>${toXml(root)}` : toJson(root);
}

/** The text of one node as it stands among its siblings. */
export function writeNode(node: Tree, format: Document['format'], isField: boolean): string {
  if (format === 'xml') return toXml(node);
  return isField ? `${JSON.stringify(node.name)}:${toJson(node)}` : toJson(node);
}

/** Every node below a tree with the list that holds it. */
export function nodesOf(root: Tree): { readonly node: Tree; readonly siblings: Tree[] }[] {
  const found: { node: Tree; siblings: Tree[] }[] = [];
  const pending = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const node of next.fields) {
      found.push({ node, siblings: next.fields });
      pending.push(node);
    }
  }
  return found;
}

const piece =
  /<\?[^]*?\?>|<!--[^]*?-->|<\/[^\s>]+\s*>|<([^\s/<>!?]+)((?:\s+[^\s=<>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function readXml(text: string): Tree | undefined {
  const top: Tree = { form: 'element', name: '', raw: '', fields: [] };
  const open = [top];
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const found = piece.exec(text);
    if (found === null) return undefined;
    const [all, name, attributes = '', closed] = found;
    const parent = open.at(-1) ?? top;
    if (name !== undefined) {
      const element: Tree = { form: 'element', name, raw: '', fields: [] };
      for (const [, key = '', double, single] of attributes.matchAll(attribute))
        element.fields.push({
          form: 'attribute',
          name: key,
          raw: double ?? single ?? '',
          fields: [],
        });
      parent.fields.push(element);
      if (closed === '' && open.push(element) > deepest) return undefined;
    } else if (all.startsWith('</')) {
      if (open.length < 2) return undefined;
      open.pop();
    } else if (!all.startsWith('<') && all.trim() !== '') {
      parent.fields.push({ form: 'text', name: '', raw: all.trim(), fields: [] });
    }
  }
  const [root] = top.fields;
  return open.length === 1 && root?.form === 'element' ? root : undefined;
}

function toXml({ form, name, raw, fields }: Tree): string {
  if (form === 'text') return raw;
  if (form === 'attribute') return `${name}="${raw}"`;
  const attributes = fields.filter((field) => field.form === 'attribute').map(toXml);
  const children = fields.filter((field) => field.form !== 'attribute').map(toXml);
  return `<${[name, ...attributes].join(' ')}>${raw}${children.join('')}</${name}>`;
}

function fromJson(name: string, value: unknown): Tree {
  if (Array.isArray(value))
    return {
      form: 'list',
      name,
      raw: '',
      fields: value.map((item: unknown) => fromJson('', item)),
    };
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([key, item]: [string, unknown]) =>
      fromJson(key, item),
    );
    return { form: 'object', name, raw: '', fields };
  }
  return { form: 'scalar', name, raw: JSON.stringify(value), fields: [] };
}

function toJson({ form, raw, fields }: Tree): string {
  // What has become something else by its raw text stays that.
  if (raw !== '') return raw;
  if (form === 'list') return `[${fields.map(toJson).join(',')}]`;
  if (form === 'scalar') return 'null';
  return `{${fields.map((field) => `${JSON.stringify(field.name)}:${toJson(field)}`).join(',')}}`;
}
