import { checkJson } from './check-json.js';
import { looksLikeHtml } from './looks-like-html.js';
import { ReadFault } from './read-fault.js';

/** Limits on what is read. */
export interface ParseJsonOptions {
  /** Deepest nesting that is read. @defaultValue 64 */
  readonly maxDepth?: number | undefined;
}

const MAX_DEPTH = 64;

/** Keys that reach a prototype when somebody copies the object carelessly. */
const treacherousKeys = new Set(['__proto__', 'constructor', 'prototype']);
const mayHoldTreacherousKey = /__proto__|constructor|prototype|\\u/;

/**
 * Reads a JSON document. Keys that could reach a prototype are left out. Validate the answer with a schema: it is whatever the
 * vendor sent.
 *
 * @throws ReadFault of kind `empty`, `html`, `truncated` or `not_parsable`
 */
export function parseJson(body: string, options: ParseJsonOptions = {}): unknown {
  const text = body.startsWith('\uFEFF') ? body.slice(1) : body;
  if (!/\S/.test(text)) throw new ReadFault('empty', 'the answer is empty');
  if (looksLikeHtml(text)) throw new ReadFault('html', 'the answer is a web page, not JSON');
  checkJson(text, options.maxDepth ?? MAX_DEPTH);
  try {
    return mayHoldTreacherousKey.test(text)
      ? JSON.parse(text, (key, value: unknown) => (treacherousKeys.has(key) ? undefined : value))
      : JSON.parse(text);
  } catch {
    // The parser's own words quote the document.
    throw new ReadFault('not_parsable', 'the answer is not well-formed JSON');
  }
}
