import type { ForeignFailure, ForeignRequest } from '@registrar-kit/core';
import { isObject } from './is-object.js';

/**
 * One entry of a HAR file (HTTP Archive 1.2), as browsers and proxies save it. `undefined` when it is none, or no answer came.
 */
export function readHarEntry(entry: unknown): ForeignFailure | undefined {
  if (!isObject(entry) || !isObject(entry['response'])) return undefined;
  const { request, response } = entry;
  const { status } = response;
  if (typeof status !== 'number' || status < 100) return undefined;
  return {
    ...(isObject(request) ? { request: readRequest(request) } : {}),
    status,
    headers: readPairs(response['headers']),
    body: readContent(response['content']),
  };
}

function readRequest(request: Readonly<Record<string, unknown>>): ForeignRequest {
  const { method, url, headers, postData } = request;
  return {
    ...(typeof method === 'string' ? { method } : {}),
    ...(typeof url === 'string' ? { url } : {}),
    headers: readPairs(headers),
    body: readPostData(postData),
  };
}

/** Some tools leave out the text of a form and keep its fields. */
function readPostData(postData: unknown): string {
  if (!isObject(postData)) return '';
  const { text, params } = postData;
  if (typeof text === 'string' && text !== '') return text;
  const fields = Object.entries(readPairs(params)).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return new URLSearchParams(fields).toString();
}

function readContent(content: unknown): string {
  if (!isObject(content) || typeof content['text'] !== 'string') return '';
  const { text, encoding } = content;
  return encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
}

/** `[{ name, value }]`, without the pseudo-headers of HTTP/2. */
function readPairs(pairs: unknown): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const pair of Array.isArray(pairs) ? (pairs as unknown[]) : []) {
    if (!isObject(pair)) continue;
    const { name, value } = pair;
    if (typeof name !== 'string' || typeof value !== 'string' || name.startsWith(':')) continue;
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  return Object.fromEntries(found);
}
