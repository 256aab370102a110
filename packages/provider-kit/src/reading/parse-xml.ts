import { setImmediate as nextTurn } from 'node:timers/promises';
import { Parser } from 'xml2js';
import { checkXml } from './check-xml.js';
import { looksLikeHtml } from './looks-like-html.js';
import { attributeKey, elementKey, ParsedElement } from './parsed-element.js';
import { isReadFault, ReadFault } from './read-fault.js';
import type { XmlElement } from './xml-element.js';

/** Limits on what is read. */
export interface ParseXmlOptions {
  /** Deepest nesting that is read. @defaultValue 64 */
  readonly maxDepth?: number | undefined;
}

const MAX_DEPTH = 64;
/** As much as the largest price list that an adapter may fetch. */
const MAX_CHARACTERS = 16 * 1024 * 1024;
/** More different names than any document has. */
const MOST_NAMES = 5000;
/** A longer body is read in pieces, so that it does not hold everything else up. */
const READ_AT_ONCE = 32 * 1024;

/**
 * Reads an XML document and answers its root. Entities and DTDs are refused.
 *
 * @throws ReadFault of kind `empty`, `html`, `truncated`, `too_large` or `not_parsable`
 */
export async function parseXml(body: string, options: ParseXmlOptions = {}): Promise<XmlElement> {
  const text = body.startsWith('\uFEFF') ? body.slice(1) : body;
  if (!/\S/.test(text)) throw new ReadFault('empty', 'the answer is empty');
  if (looksLikeHtml(text)) throw new ReadFault('html', 'the answer is a web page, not XML');
  if (text.length > MAX_CHARACTERS)
    throw new ReadFault('too_large', `the answer is longer than ${MAX_CHARACTERS} characters`);
  if (text.includes('\0')) throw new ReadFault('not_parsable', 'the answer holds a NUL character');

  const check = checkXml(text, options.maxDepth ?? MAX_DEPTH);
  while (check.next().done !== true) await nextTurn();
  return rootOf(await parse(text));
}

async function parse(text: string): Promise<unknown> {
  const elements = new KeyTable(elementKey);
  const attributes = new KeyTable(attributeKey);
  const parser = new HeardParser({
    async: text.length > READ_AT_ONCE,
    strict: true,
    explicitRoot: true,
    explicitArray: true,
    explicitCharkey: true,
    attrkey: '$',
    charkey: '_',
    emptyTag: '',
    trim: false,
    normalize: false,
    mergeAttrs: false,
    explicitChildren: false,
    tagNameProcessors: [(name) => elements.keyOf(name)],
    attrNameProcessors: [(name) => attributes.keyOf(name)],
  });
  try {
    return await parser.parseStringPromise(text);
  } catch (error) {
    // The parser's own words quote the document.
    throw isReadFault(error)
      ? error
      : new ReadFault('not_parsable', 'the answer is not well-formed XML');
  }
}

/**
 * What is thrown while xml2js reads a large document in pieces, by the parser below it at an attribute called `hasOwnProperty`
 * or by `KeyTable`, it emits as the name of an event, so that nobody would hear of it and the call would wait for ever.
 */
class HeardParser extends Parser {
  override emit(event: unknown, ...details: unknown[]): boolean {
    const [name, heard] = typeof event === 'string' ? [event, details] : ['error', [event]];
    // After its first error it has no listeners, and an `error` without one would end the process.
    return this.listenerCount(name) > 0 && super.emit(name, ...heard);
  }
}

/**
 * The keys of names. A large document says few names very many times; one of very many names takes the parser longer than
 * anything else, and is given up.
 */
class KeyTable {
  readonly #toKey: (name: string) => string;
  readonly #keys = new Map<string, string>();

  constructor(toKey: (name: string) => string) {
    this.#toKey = toKey;
  }

  keyOf(name: string): string {
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    if (this.#keys.size === MOST_NAMES)
      throw new ReadFault('not_parsable', `the XML has more than ${MOST_NAMES} different names`);
    const key = this.#toKey(name);
    this.#keys.set(name, key);
    return key;
  }
}

function rootOf(document: unknown): XmlElement {
  const [entry] = Object.entries(Object(document) as Record<string, unknown>);
  if (entry === undefined) throw new ReadFault('not_parsable', 'there is no XML element');
  const [key, node] = entry;
  return new ParsedElement(key.slice(elementKey('').length), node);
}
