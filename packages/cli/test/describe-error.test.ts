import { describe, expect, it } from '@jest/globals';
import {
  AccessDeniedError,
  ConfigurationError,
  RateLimitError,
  type ErrorOrigin,
} from '@registrar-kit/core';
import { describeError, errorToJson } from '../src/output/describe-error.js';
import { painterFor } from '../src/output/style.js';
import { UsageError } from '../src/usage-error.js';

const paint = painterFor({ write: () => undefined }, {});
const layout = { width: 80, paint };
const origin: ErrorOrigin = {
  provider: 'namecheap',
  environment: 'test',
  operation: 'getBalance',
};

describe('an error for people', () => {
  it('says what happened, why, who acts and what to do', () => {
    const error = new AccessDeniedError({
      ...origin,
      reason: 'ip_not_allowed',
      detail: 'the address 192.0.2.7 is not on the allow-list',
      causes: ['ip_not_allowed'],
      vendor: { code: '1011150', message: 'Invalid request IP: 192.0.2.7', httpStatus: 200 },
      evidence: {
        remedies: {
          ip_not_allowed: {
            actor: 'account_owner',
            steps: ['Open Profile > Tools.', 'Add 192.0.2.7.'],
            link: 'https://example.com/help',
          },
        },
      },
    });
    const text = describeError(error, layout);
    expect(text.split('\n')[0]).toMatch(/^error: namecheap: getBalance: the address 192\.0\.2\.7 /);
    expect(text).toContain('namecheap answered: 1011150: Invalid request IP: 192.0.2.7, HTTP 200');
    expect(text).toContain('Cause: ip not allowed (confirmed)');
    expect(text).toContain('who acts: whoever holds the account at the registrar');
    expect(text).toMatch(/1\. Open Profile > Tools\.\n {2}2\. Add 192\.0\.2\.7\.\n/);
    expect(text).toContain('see https://example.com/help');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('lists several faults one a line', () => {
    const issues = [
      { path: 'apiUser', problem: 'is missing', cure: 'fill it in' },
      { path: 'clientIp', problem: 'is a private address', cure: 'give the public one' },
    ];
    const text = describeError(new ConfigurationError({ ...origin, issues }), {
      ...layout,
      configuration: 'registrar.config.json',
    });
    expect(text.split('\n').slice(0, 4)).toEqual([
      'error: namecheap: getBalance: 2 faults',
      '  - apiUser: is missing; fill it in',
      '  - clientIp: is a private address; give the public one',
      '  configuration: registrar.config.json',
    ]);
  });

  it('says how long to wait', () => {
    const error = new RateLimitError({
      ...origin,
      reason: 'minute',
      source: 'quota',
      retryAfterMs: 12_300,
      detail: 'the quota is used up',
    });
    expect(describeError(error, layout)).toContain('try again in 13 s');
  });

  it('shows the hint of a usage error', () => {
    const text = describeError(
      new UsageError('there is no option --x', 'did you mean --y?'),
      layout,
    );
    expect(text).toBe('error: there is no option --x\n  did you mean --y?\n');
  });

  it('shows no text of an internal fault, which may hold anything', () => {
    const text = describeError(new TypeError('cannot read CANARY-KEY'), layout);
    expect(text).toContain('internal TypeError; this is a fault of registrar-kit');
    expect(text + JSON.stringify(errorToJson(new TypeError('CANARY')))).not.toContain('CANARY');
  });

  it('passes on no control characters', () => {
    const text = describeError(new UsageError('there is no command "\u001b[2J\u0007"'), layout);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u0007');
  });
});
