import type { ForeignFailure } from '@registrar-kit/core';
import { readJson } from '../input/read-json.js';
import { UsageError } from '../usage-error.js';
import { dedent } from './dedent.js';
import type { Exchange } from './exchange.js';
import { isObject } from './is-object.js';
import { isCurlDump, plainCurlDump } from './plain-curl-dump.js';
import { readCurlCommand } from './read-curl-command.js';
import { readHarEntry } from './read-har-entry.js';
import { readHttpExchange } from './read-http-exchange.js';

/** Every form that is understood; said whenever something else is given. */
export const acceptedForms =
  'accepted are: an HTTP request and its answer as text ("POST /path HTTP/1.1", headers, empty line, body; then "HTTP/1.1 401 Unauthorized", headers, empty line, body; the request may be missing), the output of curl -v, a curl command with the answer below it, a HAR file or one of its entries, and JSON { "request": { "method", "url", "headers", "body" }, "status", "headers", "body" }';

/**
 * The exchanges in a text that somebody pasted: several for a HAR file, else one.
 *
 * @throws UsageError that names the accepted forms, and quotes nothing of the text: it may be a key
 */
export function readExchanges(text: string): readonly Exchange[] {
  const plain = dedent(text.replace(/^\ufeff/, ''));
  if (plain.trim() === '') throw unreadable('there is nothing to explain: the text is empty');
  // A log line may begin like JSON; a status line of its own is in no JSON.
  if (/^\s*[[{]/.test(plain) && !/^(?:< )?HTTP\/[\d.]+ \d{3}/m.test(plain))
    return readDocument(plain);
  const command = readCurlCommand(plain);
  const rest = command?.rest ?? plain;
  const { request, answer } = readHttpExchange(isCurlDump(rest) ? plainCurlDump(rest) : rest);
  const found = answer ?? bareAnswer(rest);
  if (found === undefined)
    throw unreadable(
      request === undefined && command === undefined
        ? 'the text is no HTTP exchange: no line such as "HTTP/1.1 401 Unauthorized" was found'
        : 'the answer is missing: only the request was found',
    );
  // The command has the body, which curl -v does not show; the dump has what was really sent.
  const sent =
    request === undefined ? command?.request : { ...request, ...bodyOf(command?.request.body) };
  return [{ failure: { ...(sent === undefined ? {} : { request: sent }), ...found } }];
}

function bodyOf(body: string | undefined): { readonly body?: string } {
  return body === undefined ? {} : { body };
}

/** Namecheap answers with HTTP 200 whatever it says, so that its answer says everything without the status. */
function bareAnswer(text: string): Pick<ForeignFailure, 'status' | 'body'> | undefined {
  const body = text.trim();
  return /^(?:<\?xml[^>]*>\s*)?<ApiResponse[\s>]/.test(body) ? { status: 200, body } : undefined;
}

function readDocument(text: string): readonly Exchange[] {
  const reading = readJson(text);
  if (!reading.ok) throw unreadable(`the text ${reading.problem}`);
  const { value } = reading;
  const entries = entriesOf(value);
  if (entries !== undefined) {
    const found = entries.flatMap((entry, index): Exchange[] => {
      const failure = readHarEntry(entry);
      return failure === undefined ? [] : [{ failure, entry: index + 1 }];
    });
    if (found.length > 0) return found;
    throw unreadable('no entry of the HAR file has an answer');
  }
  const single = readHarEntry(value);
  if (single !== undefined) return [{ failure: single }];
  // explainFailure checks the rest, and says what is wrong.
  if (isObject(value) && typeof value['status'] === 'number')
    return [{ failure: value as object as ForeignFailure }];
  throw unreadable('the JSON is neither a HAR file nor an answer with its HTTP status');
}

function entriesOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as unknown[];
  if (!isObject(value) || !isObject(value['log'])) return undefined;
  const { entries } = value['log'];
  return Array.isArray(entries) ? (entries as unknown[]) : undefined;
}

function unreadable(problem: string): UsageError {
  return new UsageError(problem, acceptedForms);
}
