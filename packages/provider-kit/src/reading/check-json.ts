import { ReadFault } from './read-fault.js';

/** Objects and lists. No list of any vendor has so many, and each takes memory far beyond its two brackets. */
const MOST_PIECES = 1_000_000;

/** All that matters for nesting: brackets, and the strings in which they mean nothing. */
const structure = /[[\]{}]|"(?:[^"\\]|\\[^])*("?)/g;

/**
 * Looks over a document before the parser does, which would follow any depth.
 *
 * @throws ReadFault of kind `truncated` or `not_parsable`
 */
export function checkJson(text: string, maxDepth: number): void {
  let depth = 0;
  let pieces = 0;
  for (const { 0: piece, 1: closing } of text.matchAll(structure)) {
    if (closing === '') throw new ReadFault('truncated', 'the JSON ends inside a text');
    if (piece === '{' || piece === '[') {
      depth += 1;
      pieces += 1;
    } else if (piece === '}' || piece === ']') depth -= 1;
    if (pieces > MOST_PIECES)
      throw new ReadFault(
        'not_parsable',
        `the JSON has more than ${MOST_PIECES} objects and lists`,
      );
    if (depth > maxDepth)
      throw new ReadFault('not_parsable', `the JSON is nested deeper than ${maxDepth} levels`);
    if (depth < 0) throw new ReadFault('not_parsable', 'the JSON closes more than it opens');
  }
  if (depth > 0)
    throw new ReadFault('truncated', 'the JSON ends before its last bracket is closed');
}
