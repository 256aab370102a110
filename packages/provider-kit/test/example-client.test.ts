import type { CallContext, RegistrarRuntime } from '@registrar-kit/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  commonConfigShape,
  HttpClient,
  isReadFault,
  parseConfig,
  parseXml,
  quotaFor,
  secretText,
  toUnexpectedResponse,
  withQuotaOverrides,
  withRetry,
  type XmlElement,
} from '@registrar-kit/provider-kit';
import * as z from 'zod';
import { expectNoCanary } from './support/canary.js';
import { caught } from './support/caught.js';
import { httpServer, type TestServer } from './support/http-server.js';
import { useRealSockets } from './support/real-sockets.js';
import { testCall } from './support/test-call.js';

useRealSockets();

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
});

/** The client of the README. */
function exampleClient(
  config: unknown,
  runtime: RegistrarRuntime,
): (command: string, body: string, call: CallContext) => Promise<XmlElement> {
  const settings = parseConfig(
    'example',
    z.strictObject({ ...commonConfigShape, apiKey: secretText() }),
    config,
  );
  const baseUrl = settings.baseUrl ?? new URL('https://api.example.com/');
  const limits = withQuotaOverrides(
    'example',
    { api: { windows: [{ limit: 20, windowMs: 60_000 }], countsFrom: 'start' } },
    settings.quota,
  );
  const scope = { provider: 'example', host: baseUrl.host, account: 'someone' };
  const quota = quotaFor(scope, limits, runtime);
  const http = new HttpClient({ ...settings, baseUrl, secrets: [settings.apiKey] }, quota, runtime);
  return (command, body, call) =>
    withRetry(call, http, command, async (attempt) => {
      const request = {
        target: command,
        method: 'POST',
        url: baseUrl,
        body,
        bucket: 'api',
      } as const;
      const reply = await http.exchange(request, call, attempt);
      try {
        return await parseXml(reply.body);
      } catch (error) {
        throw isReadFault(error) ? toUnexpectedResponse(error, call, reply, http.redact) : error;
      }
    });
}

describe('the parts together', () => {
  it('read an answer after a connection that was lost', async () => {
    let requests = 0;
    server = await httpServer((request, response) => {
      requests += 1;
      if (requests === 1) request.socket.destroy();
      else response.end('<ApiResponse Status="OK"/>');
    });
    const config = {
      provider: 'example',
      environment: 'test',
      apiKey: 'CANARY-key',
      baseUrl: server.url.href,
    };
    const send = exampleClient(config, { random: () => 0 });
    const call = testCall();
    const root = await send('example.list', 'ApiKey=CANARY-key', call);
    expect(root.attribute('status')).toBe('OK');
    expect(call.events.map(({ type }) => type)).toEqual([
      'request.sent',
      'retry.scheduled',
      'request.sent',
      'request.answered',
    ]);
    expectNoCanary(call.events);
  });

  it('tell of an answer that is none, without what it echoes', async () => {
    server = await httpServer((request, response) => request.pipe(response));
    const config = {
      provider: 'example',
      environment: 'test',
      apiKey: 'CANARY-key',
      baseUrl: server.url.href,
    };
    const send = exampleClient(config, {});
    const call = testCall({ retry: 'never' });
    const error = await caught(send('example.buy', '<html>ApiKey=CANARY-key</html>', call));
    expect(error).toMatchObject({
      code: 'UNEXPECTED_RESPONSE',
      kind: 'html',
      effect: 'unknown',
      snippet: '<html>ApiKey=[redacted]</html>',
    });
    expectNoCanary(error, call.events);
  });
});
