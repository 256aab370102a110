import { gzipSync } from 'node:zlib';
import { onText, pick, type Mutate } from './mutation.js';
import { nodesOf, readDocument, writeDocument, writeNode, type Tree } from './tree.js';
import { withHeader } from './with-header.js';

const MB = 1024 * 1024;
/** Up to the caps of a reply (4 MB, 16 MB for the great lists) and over them. */
const sizes = [MB / 4, MB, 4 * MB - 1, 4 * MB, 4 * MB + 1, 2 * MB, MB / 2, 16 * MB, 16 * MB + 1];
const mark = '"\u0001"';

/** Repeats one node until the document has about a size; with `distinct` no two copies are the same. */
function grow(text: string, at: number, bytes: number, distinct: boolean): string {
  const document = readDocument(text);
  if (document === undefined) return text.padEnd(bytes);
  const { format, root } = document;
  const places = nodesOf(root).filter(({ node }) => node.form !== 'attribute');
  if (places.length === 0) return text.padEnd(bytes);
  const { node, siblings } = pick(places, at);
  const isField = parentIsObject(root, siblings);
  const copy = writeNode(node, format, isField);
  const place: Tree = {
    form: format === 'xml' ? 'text' : 'scalar',
    name: '',
    raw: mark,
    fields: [],
  };
  siblings.splice(siblings.indexOf(node), 0, place);
  const times = Math.max(1, Math.floor((bytes - text.length) / (copy.length + 1)));
  const copies = Array.from({ length: times }, (_, index) =>
    distinct ? copy.replace(/harbour|(?<=")[a-z]/gi, (word) => word + String(index)) : copy,
  );
  const marked = isField ? `"":${mark}` : mark;
  return writeDocument(document).replace(marked, () => copies.join(format === 'xml' ? '' : ','));
}

function parentIsObject(root: Tree, siblings: readonly Tree[]): boolean {
  if (root.fields === siblings) return root.form === 'object';
  return nodesOf(root).some(({ node }) => node.form === 'object' && node.fields === siblings);
}

/** Repeats a row of which nothing can be made, in the place of one that says something. */
function growEmpty(text: string, at: number, bytes: number, how: number): string {
  const document = readDocument(text);
  if (document === undefined) return text.padEnd(bytes);
  const { format, root } = document;
  const places = nodesOf(root).filter(({ node, siblings }) =>
    format === 'xml' ? node.form === 'element' : !parentIsObject(root, siblings),
  );
  if (places.length === 0) return text.padEnd(bytes);
  const { node, siblings } = pick(places, at);
  const xml = [
    `<${node.name}/>`,
    `<${node.name} Name="1" Domain="a" ID="b"/>`,
    `<${node.name}>x</${node.name}>`,
  ];
  const json = [
    '{"a":1}',
    '1',
    'null',
    '""',
    '{"name":1,"domainName":{},"status":[]}',
    '{"name":"com","prices":1}',
  ];
  const row = format === 'xml' ? pick(xml, how) : pick(json, how);
  const form = format === 'xml' ? 'text' : 'scalar';
  siblings.splice(siblings.indexOf(node), 1, { form, name: '', raw: mark, fields: [] });
  const times = Math.max(1, Math.floor(bytes / (row.length + 1)));
  return writeDocument(document).replace(mark, () => {
    const separator = format === 'xml' ? '' : ',';
    return (row + separator).repeat(times - 1) + row;
  });
}

/** Gives one text of the document a length. */
function stretch(text: string, at: number, bytes: number, filler: string): string {
  const document = readDocument(text);
  if (document === undefined) return text;
  const ends = nodesOf(document.root).filter(({ node }) => node.fields.length === 0);
  if (ends.length === 0) return text;
  const { node } = pick(ends, at);
  const long = filler.repeat(Math.floor(bytes / filler.length));
  node.raw = document.format === 'xml' || /^\d+$/.test(filler) ? long : JSON.stringify(long);
  return writeDocument(document);
}

const fillers = [
  'a',
  '9',
  ' ',
  'a.',
  '-',
  '&amp;',
  '192.0.2.1 ',
  'harbour-books.com ',
  '\u00e4',
  '"',
  '0',
];

/** Bodies of great size. Few of them in a run: they take most of its time. */
export const sizeMutations = {
  'many rows': onText((text, { a, b, c }) => grow(text, a, pick(sizes, b), c % 2 === 0)),
  'many rows that say nothing': onText((text, { a, b, c }) =>
    growEmpty(text, a, pick(sizes, b), c),
  ),
  'long text': onText((text, { a, b, c }) => stretch(text, a, pick(sizes, b), pick(fillers, c))),
  'many spaces': onText((text, { a, b }) => {
    const space = ' \n'.repeat(pick(sizes, b) / 2);
    return a % 2 === 0 ? text + space : space + text;
  }),
  'many attributes': onText((text, { b }) => {
    const bytes = pick(sizes, b);
    const xml = Array.from(
      { length: Math.floor(bytes / 12) },
      (_, index) => `a${String(index)}="1"`,
    );
    const json = xml.map((_, index) => `"k${String(index)}":1`);
    return text.trimStart().startsWith('<')
      ? text.replace(/(<[A-Za-z]\w*)/, (tag) => `${tag} ${xml.join(' ')}`)
      : text.replace(/\{/, () => `{${json.join(',')},`);
  }),
  'compressed to little': ((reply, { b }) => {
    const body = gzipSync(Buffer.concat([reply.body, Buffer.alloc(pick(sizes, b), ' ')]));
    return withHeader({ ...reply, body }, 'content-encoding', 'gzip');
  }) satisfies Mutate,
} satisfies Record<string, Mutate>;
