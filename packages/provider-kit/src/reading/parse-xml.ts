import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkXml } from './check-xml.js';
import { ElementParser } from './element-parser.js';
import { looksLikeHtml } from './looks-like-html.js';
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
  return parse(text);
}

async function parse(text: string): Promise<XmlElement> {
  const parser = new ElementParser({ inPieces: text.length > READ_AT_ONCE });
  try {
    // What the parser takes for white space is less than what may stand at the end of a body.
    await parser.parseStringPromise(text.trimEnd());
    if (parser.root) return parser.root;
    throw new ReadFault('not_parsable', 'there is no XML element');
  } catch (error) {
    // The parser's own words quote the document.
    throw isReadFault(error)
      ? error
      : new ReadFault('not_parsable', 'the answer is not well-formed XML');
  }
}
