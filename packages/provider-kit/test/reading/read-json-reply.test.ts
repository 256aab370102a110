import { describe, expect, it } from '@jest/globals';
import { createRedactor, readJsonReply, wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import { canaryKey, expectNoCanary } from '../support/canary.js';
import { caught } from '../support/caught.js';
import { testCall, type TestCall } from '../support/test-call.js';

const schema = z.object({
  name: z.string(),
  count: wireField(z.number()),
  rows: wireField(z.array(z.object({ id: z.number(), note: wireField(z.string()) }))),
});

function read(
  body: string,
  call: TestCall = testCall(),
  confidential = false,
): z.output<typeof schema> {
  const reply = { status: 200, headers: {}, body };
  const redact = createRedactor([canaryKey]);
  return readJsonReply(reply, schema, { call, target: 'GET things', redact, confidential });
}

const failure = (body: string, call?: TestCall, confidential?: boolean) =>
  caught(Promise.resolve().then(() => read(body, call, confidential)));

describe('readJsonReply', () => {
  it('reads the fields in use, and null as nothing', () => {
    const call = testCall();
    expect(read('{"name":"a","count":null,"more":1}', call)).toEqual({ name: 'a' });
    expect(call.events).toEqual([]);
  });

  it('does without optional fields of a wrong type, and reports them', () => {
    const call = testCall();
    const answer = read('{"name":"a","count":"3","rows":[{"id":1,"note":7},{"id":2}]}', call);
    expect(answer).toEqual({ name: 'a', rows: [{ id: 1 }, { id: 2 }] });
    expect(call.events).toMatchObject([
      { type: 'drift', target: 'GET things', path: 'count', note: 'is not of type number' },
      { type: 'drift', path: 'rows.0.note', note: 'is not of type string' },
    ]);
  });

  it.each([
    ['{"name":7}', 'wrong_shape'],
    ['[]', 'wrong_shape'],
    ['', 'empty'],
    ['<html></html>', 'html'],
    ['{"name":"a"', 'truncated'],
    ['{"name":}', 'not_parsable'],
  ])('refuses %s as %s', async (body, kind) => {
    const error = await failure(body);
    expect(error).toMatchObject({ code: 'UNEXPECTED_RESPONSE', kind, effect: 'none' });
    await expect(failure(body, testCall({ retry: 'never' }))).resolves.toMatchObject({
      effect: 'unknown',
    });
  });

  it('quotes the answer without secrets, and a confidential one not at all', async () => {
    const body = JSON.stringify({ name: [canaryKey, 'the harbour'] });
    const quoted = await failure(body);
    expect(quoted).toMatchObject({ snippet: expect.stringContaining('the harbour') });
    expectNoCanary(quoted);
    await expect(failure(body, testCall(), true)).resolves.toMatchObject({ snippet: undefined });
  });
});
