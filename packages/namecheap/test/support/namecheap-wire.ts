import { readFileSync } from 'node:fs';
import path from 'node:path';
import nock from 'nock';

export const sandbox = 'https://api.sandbox.namecheap.com';

/** A request as the vendor got it: every parameter, and where it stood. */
export interface SentCommand {
  readonly query: string;
  readonly contentType: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface WireReply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
}

/** Answers the next requests, one body each, and keeps what was sent. */
export function answerWith(
  bodies: readonly string[],
  { status = 200, headers = { 'content-type': 'text/xml; charset=utf-8' } }: WireReply = {},
): SentCommand[] {
  const sent: SentCommand[] = [];
  for (const body of bodies) {
    nock(sandbox)
      .post(/^\/xml\.response/)
      .reply(function (uri, requestBody) {
        sent.push({
          query: new URL(uri, sandbox).search,
          contentType: [this.req.headers['content-type']].flat().join(),
          parameters: Object.fromEntries(new URLSearchParams(toForm(requestBody))),
        });
        return [status, body, headers];
      });
  }
  return sent;
}

/** Takes the next request and breaks the connection instead of answering. */
export function loseAnswer(): void {
  nock(sandbox)
    .post(/^\/xml\.response/)
    .replyWithError(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
}

function toForm(body: unknown): string {
  return typeof body === 'string'
    ? body
    : new URLSearchParams(body as Record<string, string>).toString();
}

/** A body of our own, of the documented shape. */
export function fixture(name: string): string {
  return readFileSync(path.join(__dirname, '..', 'fixtures', `${name}.xml`), 'utf8');
}

/** An answer that fails, with the skeleton that stands beside it. */
export function errorBody(
  errors: readonly (readonly [number: string, text: string])[],
  skeleton = '',
): string {
  const list = errors.map(([number, text]) => `<Error Number="${number}">${text}</Error>`).join('');
  return `<?xml version="1.0" encoding="utf-8"?>
<ApiResponse Status="ERROR" xmlns="http://api.namecheap.com/xml.response">
  <Errors>${list}</Errors>
  <Warnings />
  <RequestedCommand>namecheap.test</RequestedCommand>
  <CommandResponse Type="namecheap.test">${skeleton}</CommandResponse>
  <Server>PHX01SBAPIEXT01</Server>
  <GMTTimeDifference>--4:00</GMTTimeDifference>
  <ExecutionTime>0.01</ExecutionTime>
</ApiResponse>`;
}

/** An answer that succeeds, around a result. */
export function okBody(result: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<ApiResponse Status="OK" xmlns="http://api.namecheap.com/xml.response">
  <Errors />
  <Warnings />
  <RequestedCommand>namecheap.test</RequestedCommand>
  <CommandResponse Type="namecheap.test">${result}</CommandResponse>
  <Server>PHX01SBAPIEXT01</Server>
  <GMTTimeDifference>--4:00</GMTTimeDifference>
  <ExecutionTime>0.01</ExecutionTime>
</ApiResponse>`;
}
