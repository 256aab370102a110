import { ReadFault } from './read-fault.js';
import { tooManyNames, MOST_NAMES } from './most-names.js';

const SPACE = /^\s*$/;

/** Elements and attributes. A list that fills the largest reply has not so many, and each takes memory far beyond its bytes. */
const MOST_PIECES = 1_000_000;
/** Below one element: more than any list of any vendor, and what a schema refuses one by one in a moment. */
const MOST_CHILDREN = 50_000;

/**
 * Looks over a document before a parser does: nesting costs a parser far more than the bytes, and xml2js lets pass a second
 * root, text after it and a `<` inside a value. Names are not compared here, the parser does that.
 *
 * A generator, so that the caller can pause in a large document.
 *
 * @throws ReadFault of kind `truncated` or `not_parsable`
 */
export function* checkXml(body: string, maxDepth: number): Generator<void, void> {
  let depth = 0;
  let rootSeen = false;
  let pieces = 0;
  const names = new NamesOfTag();
  /** How many children each element that is open has so far, the root's parent first. */
  const children: number[] = [0];
  let position = 0;
  let pauseAt = PAUSE_EVERY;
  for (;;) {
    const open = body.indexOf('<', position);
    const end = open === -1 ? body.length : open;
    if (depth === 0 && !SPACE.test(body.slice(position, end)))
      throw new ReadFault(
        'not_parsable',
        `there is text ${rootSeen ? 'after' : 'before'} the XML document`,
      );
    if (open === -1) break;

    const mark = body.charCodeAt(open + 1);
    if (mark === SLASH) {
      position = after(body, '>', open + 2);
      depth -= 1;
      if (depth < 0)
        throw new ReadFault('not_parsable', 'an XML element is closed that was never opened');
    } else if (mark === QUESTION) position = after(body, '?>', open + 2);
    else if (mark === EXCLAMATION) position = afterDeclaration(body, open, depth);
    else {
      if (depth === 0 && rootSeen)
        throw new ReadFault('not_parsable', 'the XML has more than one root');
      rootSeen = true;
      const tag = readTag(body, open + 1, names);
      position = tag.end;
      pieces += 1 + tag.attributes;
      if (pieces > MOST_PIECES)
        throw new ReadFault(
          'not_parsable',
          `the XML has more than ${MOST_PIECES} elements and attributes`,
        );
      const siblings = (children[depth] ?? 0) + 1;
      children[depth] = siblings;
      if (siblings > MOST_CHILDREN)
        throw new ReadFault(
          'not_parsable',
          `the XML has more than ${MOST_CHILDREN} elements below one`,
        );
      if (body.charCodeAt(position - 2) !== SLASH) {
        depth += 1;
        children[depth] = 0;
      }
      if (depth > maxDepth)
        throw new ReadFault('not_parsable', `the XML is nested deeper than ${maxDepth} levels`);
    }
    if (position > pauseAt) {
      pauseAt = position + PAUSE_EVERY;
      yield;
    }
  }
  if (depth > 0) throw new ReadFault('truncated', 'the XML ends before its last element is closed');
  if (!rootSeen) throw new ReadFault('not_parsable', 'there is no XML element');
}

/** Where a comment or CDATA is over. */
function afterDeclaration(body: string, open: number, depth: number): number {
  if (body.startsWith('<!--', open)) return after(body, '-->', open + 4);
  if (body.startsWith('<![CDATA[', open)) {
    if (depth === 0)
      throw new ReadFault('not_parsable', 'there is text outside of the XML document');
    return after(body, ']]>', open + 9);
  }
  const rest = body.slice(open, open + 9);
  if ('<!--'.startsWith(rest) || '<![CDATA['.startsWith(rest))
    throw new ReadFault('truncated', 'the XML ends inside a tag');
  throw new ReadFault('not_parsable', 'the XML has a DTD or an entity, which is refused');
}

/** About a millisecond's work. */
const PAUSE_EVERY = 128 * 1024;

/** Where a piece that ends with `mark` is over. */
function after(body: string, mark: string, from: number): number {
  const found = body.indexOf(mark, from);
  if (found === -1) throw new ReadFault('truncated', `the XML ends before "${mark}"`);
  return found + mark.length;
}

const SLASH = '/'.charCodeAt(0);
const QUESTION = '?'.charCodeAt(0);
const EXCLAMATION = '!'.charCodeAt(0);
const CLOSE = '>'.charCodeAt(0);
const EQUALS = '='.charCodeAt(0);
const DOUBLE_QUOTE = '"'.charCodeAt(0);
const SINGLE_QUOTE = "'".charCodeAt(0);
const LAST_SPACE = ' '.charCodeAt(0);

/**
 * Where a start tag is over, and how much is in it: a `>` inside a quoted value does not end it. A name that stands in it twice, in whatever case,
 * says two things, of which the parser would believe one.
 */
function readTag(
  body: string,
  from: number,
  names: NamesOfTag,
): { readonly end: number; readonly attributes: number } {
  // Looked for once: a tag may have very many values.
  const found = body.indexOf('<', from);
  const less = found === -1 ? body.length : found;
  names.begin();
  let wordFrom = from;
  let wordTo = from;
  for (let position = from; position < less; position += 1) {
    const code = body.charCodeAt(position);
    if (code === CLOSE) return { end: position + 1, attributes: names.size };
    if (code === EQUALS) {
      if (!names.add(body.slice(wordFrom, wordTo)))
        throw new ReadFault('not_parsable', 'an XML tag has an attribute twice');
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      const close = body.indexOf(code === DOUBLE_QUOTE ? '"' : "'", position + 1);
      if (close === -1) throw new ReadFault('truncated', 'the XML ends inside a quoted value');
      if (close > less) throw new ReadFault('not_parsable', 'an XML value holds a "<"');
      position = close;
    } else if (code > LAST_SPACE) {
      if (wordTo !== position) wordFrom = position;
      wordTo = position + 1;
    }
  }
  if (found === -1) throw new ReadFault('truncated', 'the XML ends inside a tag');
  throw new ReadFault('not_parsable', 'an XML tag holds a "<"');
}

/** The attributes of one tag after the other. Documents say the same few names over and over, so that each is made only once. */
class NamesOfTag {
  readonly #names = new Map<string, { tag: number }>();
  readonly #spellings = new Map<string, { tag: number }>();
  #tag = 0;
  #size = 0;

  /** How many are in the tag so far. */
  get size(): number {
    return this.#size;
  }

  begin(): void {
    this.#tag += 1;
    this.#size = 0;
  }

  /** Whether the name, in whatever case, is new to the tag. @throws ReadFault when the document has had too many */
  add(text: string): boolean {
    const name = this.#spellings.get(text) ?? this.#learn(text);
    const isNew = name.tag !== this.#tag;
    name.tag = this.#tag;
    this.#size += 1;
    return isNew;
  }

  #learn(text: string): { tag: number } {
    if (this.#spellings.size === MOST_NAMES) throw tooManyNames();
    const key = text.toLowerCase();
    const name = this.#names.get(key) ?? { tag: 0 };
    this.#names.set(key, name);
    this.#spellings.set(text, name);
    return name;
  }
}
