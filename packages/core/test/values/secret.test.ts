import { format, inspect } from 'node:util';
import { describe, expect, it, test } from '@jest/globals';
import { Secret } from '@registrar-kit/core';

const canary = 'CANARY-7f3b2c';
const secret = new Secret(canary);

describe('Secret', () => {
  it('opens by reveal', () => {
    expect(secret.reveal()).toBe(canary);
  });

  test.each<[string, () => unknown]>([
    ['String()', () => String(secret)],
    // eslint-disable-next-line @typescript-eslint/restrict-template-expressions -- the case at hand
    ['a template', () => `key ${secret}`],
    ['joining', () => ['key', secret].join(' ')],
    ['JSON', () => JSON.stringify({ apiKey: secret })],
    ['inspect', () => inspect(secret)],
    ['inspect of something around it', () => inspect({ deep: { apiKey: [secret] } }, { depth: 9 })],
    ['inspect with hidden fields', () => inspect(secret, { showHidden: true })],
    ['inspect without our own view', () => inspect(secret, { customInspect: false })],
    ['format %s', () => format('%s', secret)],
    ['format %o', () => format('%o', secret)],
    ['format %O', () => format('%O', secret)],
    ['format %j', () => format('%j', secret)],
    ['its keys', () => Reflect.ownKeys(secret).map(String)],
    ['a copy', () => Object.assign({}, secret)],
    ['an error message', () => new Error(`key ${String(secret)}`).stack],
  ])('is not shown by %s', (_, show) => {
    expect(inspect(show())).not.toContain('CANARY');
  });

  it('says that something is hidden', () => {
    expect(`${String(secret)} ${inspect(secret)} ${JSON.stringify(secret)}`).toBe(
      '[redacted] [redacted] "[redacted]"',
    );
  });
});
