import type { ForeignRequest } from '@registrar-kit/core';
import { parseJson } from '../reading/parse-json.js';
import { hideKeyLike } from './secrets-in-text.js';

/** What kind of text a body is, by its look; what its header says is another matter. */
export type BodyForm = 'none' | 'form' | 'json' | 'xml' | 'text';

/** A request of another program, taken apart. Names are in lower case; of a name that stands twice the first value counts. */
export interface ReadForeignRequest {
  /** Empty when it is not known. */
  readonly method: string;
  /** `undefined` when it is not known or no URL. */
  readonly url: URL | undefined;
  readonly headers: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, string>;
  readonly bodyForm: BodyForm;
  /** The fields of a form, and those of a JSON body at any depth. */
  readonly fields: ReadonlyMap<string, string>;
  /** Without its parameters, in lower case; empty when there is none. */
  readonly contentType: string;
  /** All of it as one text, in which secrets are looked for. */
  readonly raw: string;
}

/** Deeper fields hold no credentials in anything that was ever seen. */
const DEPTH_READ = 6;

/** Takes a request apart, however damaged it is. */
export function readForeignRequest(request: ForeignRequest): ReadForeignRequest {
  const headers = firstOf(
    Object.entries(request.headers ?? {}).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
  const url = readUrl(request.url);
  const body = request.body ?? '';
  const bodyForm = formOf(body);
  return {
    method: (request.method ?? '').toUpperCase(),
    url,
    headers,
    query: firstOf(url === undefined ? [] : [...url.searchParams]),
    bodyForm,
    fields: firstOf(
      bodyForm === 'form'
        ? [...new URLSearchParams(body.trim())]
        : bodyForm === 'json'
          ? jsonFields(body)
          : [],
    ),
    // It is quoted in findings.
    contentType: hideKeyLike(
      headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '',
    ),
    raw: [
      request.url ?? '',
      ...[...headers].map(([name, value]) => `${name}: ${value}`),
      body,
    ].join('\n'),
  };
}

/** A pasted URL may lack its scheme or its host. */
function readUrl(text: string | undefined): URL | undefined {
  if (text === undefined || text === '') return undefined;
  const candidates = [
    text,
    `https://${text}`,
    `https://unknown.invalid/${text.replace(/^\/+/, '')}`,
  ];
  // A host that is not known is no host of a vendor.
  const usable = /^[a-z][a-z\d+.-]*:\/\//i.test(text)
    ? [text]
    : text.startsWith('/')
      ? candidates.slice(2)
      : candidates.slice(1);
  const found = usable.find((candidate) => URL.canParse(candidate));
  return found === undefined ? undefined : new URL(found);
}

function formOf(body: string): BodyForm {
  const text = body.trim();
  if (text === '') return 'none';
  if (text.startsWith('<')) return 'xml';
  if (/^[[{]/.test(text)) return 'json';
  return /^[^=&\s]+=[^\s]*$/.test(text.replace(/\r?\n/g, '')) ? 'form' : 'text';
}

function jsonFields(body: string): [string, string][] {
  try {
    return fieldsIn(parseJson(body), 0);
  } catch {
    // What cannot be parsed shows no fields; the redaction finds secrets by their names in the text.
    return [];
  }
}

function fieldsIn(value: unknown, depth: number): [string, string][] {
  if (typeof value !== 'object' || value === null || depth > DEPTH_READ) return [];
  return Object.entries(value).flatMap(([name, item]: [string, unknown]): [string, string][] =>
    typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean'
      ? [[name, String(item)]]
      : fieldsIn(item, depth + 1),
  );
}

function firstOf(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of entries) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, value);
  }
  return found;
}
