import { describe, expect, it } from '@jest/globals';
import {
  createRedactor,
  errorOfStrayReply,
  type FaultContext,
  type VendorReply,
} from '@registrar-kit/provider-kit';
import { canaryKey, expectNoCanary } from '../support/canary.js';
import { testCall } from '../support/test-call.js';

const page = `<!DOCTYPE html><p>${canaryKey}</p>`;

function contextOf(reply: Partial<VendorReply>, retry: 'read' | 'never' = 'read'): FaultContext {
  return {
    call: testCall({ retry }),
    reply: { status: 200, headers: {}, body: '', ...reply },
    redact: createRedactor([canaryKey]),
    evidence: {},
    now: 0,
  };
}

describe('errorOfStrayReply', () => {
  it('takes a redirect to a login page for refused credentials', () => {
    const reply = { status: 302, headers: { location: '/account/login' } };
    const error = errorOfStrayReply(contextOf(reply, 'never'));
    expect(error).toMatchObject({
      code: 'AUTHENTICATION_FAILED',
      reason: 'unauthorized',
      effect: 'none',
    });
  });

  it('takes no other redirect for that', () => {
    const reply = { status: 301, headers: { location: 'https://www.example.com/' } };
    const error = errorOfStrayReply(contextOf(reply, 'never'));
    expect(error).toMatchObject({
      code: 'UNEXPECTED_RESPONSE',
      kind: 'redirect',
      effect: 'unknown',
    });
  });

  it.each([200, 403, 404])('tells a web page with status %i from an answer', (status) => {
    const error = errorOfStrayReply(contextOf({ status, body: page }));
    expect(error).toMatchObject({ code: 'UNEXPECTED_RESPONSE', kind: 'html', effect: 'none' });
    expectNoCanary(error);
    expect(errorOfStrayReply(contextOf({ status, body: page }, 'never'))?.effect).toBe('unknown');
  });

  it.each([401, 429, 500, 503])('leaves a page with status %i to the status', (status) => {
    expect(errorOfStrayReply(contextOf({ status, body: page }))).toBeUndefined();
  });

  it('leaves what an interface wrote alone', () => {
    expect(errorOfStrayReply(contextOf({ status: 400, body: '{}' }))).toBeUndefined();
  });
});
