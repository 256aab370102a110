import { hostileNames, jsonValues, strangerDomain, xmlValues } from './hostile-values.js';
import { onText, pick, type Choice, type Mutate } from './mutation.js';
import { nodesOf, readDocument, writeDocument, type Document, type Tree } from './tree.js';

type Place = { readonly node: Tree; readonly siblings: Tree[] };

/** A mutation of one node of a document. */
function onNode(change: (place: Place, choice: Choice, document: Document) => void): Mutate {
  return onText((text, choice) => {
    const document = readDocument(text);
    if (document === undefined) return text;
    const places = nodesOf(document.root);
    if (places.length === 0) return text;
    change(pick(places, choice.a), choice, document);
    return writeDocument(document);
  });
}

const valuesOf = ({ format }: Document): readonly string[] =>
  format === 'xml' ? xmlValues : jsonValues;

function setValue(node: Tree, raw: string): void {
  node.raw = raw;
  // Of an element the text replaces all that is in it; attributes stay.
  node.fields = node.fields.filter(({ form }) => form === 'attribute');
}

function copyOf(node: Tree): Tree {
  return structuredClone(node);
}

/** Changes of the kind that a new version of a vendor's interface brings, and worse ones. */
export const treeMutations = {
  'drop a field': onNode(({ node, siblings }) => {
    siblings.splice(siblings.indexOf(node), 1);
  }),
  'duplicate a field': onNode(({ node, siblings }, { b }) => {
    siblings.splice(b % (siblings.length + 1), 0, copyOf(node));
  }),
  'duplicate a field and change the copy': onNode(({ node, siblings }, { b, c }, document) => {
    const copy = copyOf(node);
    siblings.splice(c % 2 === 0 ? siblings.indexOf(node) : siblings.length, 0, copy);
    const places = nodesOf(copy).filter((place) => place.node.fields.length === 0);
    setValue(places.length === 0 ? copy : pick(places, b).node, pick(valuesOf(document), c));
  }),
  'reorder fields': onNode(({ siblings }, { b, c }) => {
    const [moved] = siblings.splice(b % siblings.length, 1);
    if (moved !== undefined) siblings.splice(c % (siblings.length + 1), 0, moved);
  }),
  'rename a field': onNode(({ node, siblings }, { b, c }) => {
    const names = [...siblings.map(({ name }) => name), node.name.toUpperCase(), `${node.name}s`];
    node.name = b % 2 === 0 ? pick(hostileNames, c) : pick(names, c);
  }),
  'rename a field everywhere': onText((text, { a, b }) => {
    const document = readDocument(text);
    if (document === undefined) return text;
    const places = nodesOf(document.root);
    if (places.length === 0) return text;
    const { name } = pick(places, a).node;
    for (const { node } of places) if (node.name === name) node.name = pick(hostileNames, b);
    return writeDocument(document);
  }),
  'another value': onNode(({ node }, { b }, document) => {
    setValue(node, pick(valuesOf(document), b));
  }),
  'another value everywhere': onText((text, { a, b }) => {
    const document = readDocument(text);
    if (document === undefined) return text;
    const places = nodesOf(document.root).filter(({ node }) => node.fields.length === 0);
    if (places.length === 0) return text;
    const { name } = pick(places, a).node;
    for (const { node } of places)
      if (node.name === name) setValue(node, pick(valuesOf(document), b));
    return writeDocument(document);
  }),
  'value of a sibling': onNode(({ node, siblings }, { b }) => {
    const other = pick(siblings, b);
    node.raw = other.raw;
    node.fields = copyOf(other).fields;
  }),
  'list for a value': onNode(({ node, siblings }, { b }) => {
    const at = siblings.indexOf(node);
    const item = { ...copyOf(node), name: '' };
    const fields = Array.from({ length: b % 3 }, () => item);
    if (node.form === 'element' || node.form === 'text') siblings.splice(at, 0, ...fields);
    else if (node.form !== 'attribute')
      siblings[at] = { form: 'list', name: node.name, raw: '', fields };
  }),
  'object around a value': onNode(({ node, siblings }, { b }) => {
    const form = node.form === 'element' || node.form === 'text' ? 'element' : 'object';
    if (node.form === 'attribute') return;
    const name = b % 2 === 0 ? node.name : pick(hostileNames, b);
    siblings[siblings.indexOf(node)] = { form, name, raw: '', fields: [copyOf(node)] };
  }),
  'hostile fields': onNode(({ node, siblings }, { b }, { format }) => {
    const isApart = format === 'json' && node.form !== 'object';
    // An entry of a list has no name, and no fields beside it.
    if (isApart && node.name === '') return;
    const fields = isApart ? siblings : node.fields;
    for (const name of hostileNames.slice(0, 1 + (b % hostileNames.length))) {
      const form = format === 'json' ? 'scalar' : b % 2 === 0 ? 'attribute' : 'element';
      const raw = format === 'json' ? '{"polluted":true}' : form === 'element' ? '' : 'polluted';
      fields.push({ form, name: name === '' ? 'polluted' : name, raw, fields: [] });
    }
  }),
  'graft of another reply': ((reply, { a, b, c }, { others }) => {
    const document = readDocument(reply.body.toString());
    const other = readDocument(pick(others, a).body.toString());
    if (document?.format === undefined || other?.format !== document.format) return reply;
    const places = nodesOf(document.root);
    const grafts = nodesOf(other.root);
    if (places.length === 0 || grafts.length === 0) return reply;
    const { node, siblings } = pick(places, b);
    const graft = pick(grafts, c).node;
    siblings[siblings.indexOf(node)] =
      node.form === graft.form ? graft : { ...graft, name: node.name };
    return { ...reply, body: Buffer.from(writeDocument(document)) };
  }) satisfies Mutate,
  'about another domain': onText((text, { a }) =>
    text.replace(/harbour-(?:books|to-be|lapsed|leaving|elsewhere)\.com/gi, (name) =>
      a % 4 === 0 ? `www.${name}` : a % 4 === 1 ? name.toUpperCase() : strangerDomain,
    ),
  ),
} satisfies Record<string, Mutate>;
