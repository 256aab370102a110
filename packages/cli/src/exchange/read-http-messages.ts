import type { HeaderFields } from './exchange.js';
import { readHeaderLines } from './read-header-lines.js';

/** One message of a pasted exchange. */
export type HttpMessage =
  | {
      readonly kind: 'request';
      readonly method: string;
      /** A path or a whole URL. */
      readonly target: string;
      readonly headers: HeaderFields;
      readonly body: string;
    }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: HeaderFields;
      readonly body: string;
    };

const methods = 'GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT';
const requestLine = new RegExp(`^(${methods})\\s+(\\S+)(?:\\s+HTTP/[\\d.]+)?$`);
const fullRequestLine = new RegExp(`^(?:${methods})\\s+\\S+\\s+HTTP/[\\d.]+$`);
const statusLine = /^HTTP\/[\d.]+\s+(\d{3})(?:\s|$)/i;
const pseudoRequest = /^:(?:method|authority|path|scheme)\s*:/i;
const pseudoAnswer = /^:status\s*:/i;

/**
 * The messages of a text, in order: each begins with a request line, a status line or the pseudo-headers of HTTP/2. Reads no
 * further than it is asked to, since a log can be long.
 */
export function* readHttpMessages(text: string): Generator<HttpMessage, void> {
  const lines = text.split(/\r\n|\n|\r/);
  let index = 0;
  while (index < lines.length) {
    const line = (lines[index] ?? '').trimEnd();
    if (!beginsMessage(line)) {
      index += 1;
      continue;
    }
    const started = line.startsWith(':') ? index : index + 1;
    const block = readHeaderLines(lines.slice(started, nextMessage(lines, started, 'head')));
    const bodyAt = started + block.lines;
    const end = nextMessage(lines, bodyAt, 'body');
    yield toMessage(line, block.headers, bodyOf(lines.slice(bodyAt, end), text));
    index = Math.max(end, index + 1);
  }
}

/** Where the next message begins. Words such as `GET x` may stand in any body, so that only a full request line counts there. */
function nextMessage(lines: readonly string[], from: number, within: 'head' | 'body'): number {
  for (let index = from; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').trimEnd();
    if (statusLine.test(line) || fullRequestLine.test(line)) return index;
    if (within === 'body' && (pseudoRequest.test(line) || pseudoAnswer.test(line))) return index;
  }
  return lines.length;
}

function beginsMessage(line: string): boolean {
  return [requestLine, statusLine, pseudoRequest, pseudoAnswer].some((each) => each.test(line));
}

function toMessage(line: string, headers: HeaderFields, body: string): HttpMessage {
  const status = statusLine.exec(line)?.[1] ?? headers[':status']?.[0];
  const own = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')));
  if (status !== undefined) return { kind: 'answer', status: Number(status), headers: own, body };
  const [, method, target] = requestLine.exec(line) ?? [];
  if (method !== undefined && target !== undefined)
    return { kind: 'request', method, target, headers: own, body };
  const [scheme = 'https'] = headers[':scheme'] ?? [];
  const [authority] = headers[':authority'] ?? [];
  const [path = '/'] = headers[':path'] ?? [];
  return {
    kind: 'request',
    method: headers[':method']?.[0] ?? 'GET',
    target: authority === undefined ? path : `${scheme}://${authority}${path}`,
    headers: own,
    body,
  };
}

/** With the line ends that it has in the text; blank lines around it come from pasting. */
function bodyOf(lines: readonly string[], text: string): string {
  return lines.join(text.includes('\r\n') ? '\r\n' : '\n').trim();
}
