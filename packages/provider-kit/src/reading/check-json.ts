import { ReadFault } from './read-fault.js';

/** Objects and lists. No list of any vendor has so many, and each takes memory far beyond its two brackets. */
const MOST_PIECES = 1_000_000;

/** Of one list or object: more than any page of any vendor, and what a schema refuses one by one in a moment. */
const MOST_ENTRIES = 25_000;

const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
const COMMA = ','.charCodeAt(0);
const OPEN_LIST = '['.charCodeAt(0);
const CLOSE_LIST = ']'.charCodeAt(0);
const OPEN_OBJECT = '{'.charCodeAt(0);
const CLOSE_OBJECT = '}'.charCodeAt(0);

/**
 * Looks over a document before the parser does, which would follow any depth.
 *
 * @throws ReadFault of kind `truncated` or `not_parsable`
 */
export function checkJson(text: string, maxDepth: number): void {
  let depth = 0;
  let pieces = 0;
  /** The commas so far in each list and object that is open, the outermost first. */
  const commas: number[] = [0];
  for (let position = 0; position < text.length; position += 1) {
    const piece = text.charCodeAt(position);
    if (piece === QUOTE) {
      position = endOfText(text, position);
    } else if (piece === COMMA) {
      const entries = (commas[depth] ?? 0) + 1;
      commas[depth] = entries;
      if (entries >= MOST_ENTRIES)
        throw new ReadFault(
          'not_parsable',
          `the JSON has a list or object of more than ${MOST_ENTRIES} entries`,
        );
    } else if (piece === OPEN_OBJECT || piece === OPEN_LIST) {
      depth += 1;
      pieces += 1;
      commas[depth] = 0;
      if (pieces > MOST_PIECES)
        throw new ReadFault(
          'not_parsable',
          `the JSON has more than ${MOST_PIECES} objects and lists`,
        );
      if (depth > maxDepth)
        throw new ReadFault('not_parsable', `the JSON is nested deeper than ${maxDepth} levels`);
    } else if (piece === CLOSE_OBJECT || piece === CLOSE_LIST) {
      depth -= 1;
      if (depth < 0) throw new ReadFault('not_parsable', 'the JSON closes more than it opens');
    }
  }
  if (depth > 0)
    throw new ReadFault('truncated', 'the JSON ends before its last bracket is closed');
}

/** Where the quote is that ends a text; one behind an odd number of backslashes belongs to it. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  throw new ReadFault('truncated', 'the JSON ends inside a text');
}
