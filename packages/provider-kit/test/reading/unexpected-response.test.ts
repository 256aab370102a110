import { describe, expect, it } from '@jest/globals';
import {
  createRedactor,
  emitDrift,
  isReadFault,
  ReadFault,
  toUnexpectedResponse,
} from '@registrar-kit/provider-kit';
import { canaryKey, expectNoCanary } from '../support/canary.js';
import { testCall } from '../support/test-call.js';

const redact = createRedactor([canaryKey]);
const reply = { status: 200, headers: {}, body: `<html>\n ${canaryKey} ${'x'.repeat(500)}` };

describe('toUnexpectedResponse', () => {
  it.each([
    ['read', 'none'],
    ['never', 'unknown'],
  ] as const)('of a %s call has effect %s', (retry, effect) => {
    const fault = new ReadFault('html', 'the answer is a web page, not XML');
    const error = toUnexpectedResponse(fault, testCall({ retry }), reply, redact);
    expect(error).toMatchObject({
      code: 'UNEXPECTED_RESPONSE',
      kind: 'html',
      effect,
      requestId: 'call-1',
      vendor: { httpStatus: 200 },
      message: 'example: getBalance: the answer is a web page, not XML',
    });
    expect(error.snippet).toMatch(/^<html> \[redacted\] x+$/);
    expect(error.snippet?.length).toBeLessThanOrEqual(200);
    expectNoCanary(error);
  });
});

describe('emitDrift', () => {
  it('tells where, what and a sample, without secrets', () => {
    const call = testCall();
    emitDrift(
      call,
      {
        target: 'example.list',
        path: 'rows[0].Status',
        note: `unknown word ${canaryKey}`,
        sample: reply.body,
      },
      redact,
    );
    emitDrift(call, { target: 'example.list', path: 'rows', note: 'is missing' }, redact);
    expect(call.events).toEqual([
      {
        type: 'drift',
        operation: 'getBalance',
        requestId: 'call-1',
        target: 'example.list',
        path: 'rows[0].Status',
        note: 'unknown word [redacted]',
        sample: expect.stringMatching(/^<html> \[redacted\] x+$/),
      },
      {
        type: 'drift',
        operation: 'getBalance',
        requestId: 'call-1',
        target: 'example.list',
        path: 'rows',
        note: 'is missing',
      },
    ]);
    expectNoCanary(call.events);
  });

  it('tells a hundred times of one call, whatever is made of its context, and again of the next', () => {
    const call = testCall();
    for (let index = 0; index < 500; index += 1) {
      const context = index % 2 === 0 ? call : { ...call, origin: { ...call.origin } };
      emitDrift(context, { target: 'list', path: `rows[${index}]`, note: 'is odd' }, redact);
    }
    expect(call.events).toHaveLength(100);
    expect(call.events[98]).toMatchObject({ path: 'rows[98]', note: 'is odd' });
    expect(call.events[99]).toMatchObject({
      path: 'rows[99]',
      note: 'is odd; what else is odd is not told',
    });
    const next = testCall();
    emitDrift(next, { target: 'list', path: '', note: 'is odd' }, redact);
    expect(next.events).toHaveLength(1);
  });
});

it.each([null, undefined, 'ReadFault', new Error('x'), { name: 'ReadFault' }])(
  '%p is no ReadFault',
  (value) => expect(isReadFault(value)).toBe(false),
);
