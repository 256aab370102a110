import { describe, expect, it } from '@jest/globals';
import { RegistryWorld, signingAccount } from '@registrar-kit/testing';

describe('signingAccount', () => {
  const usual = 'the usual one';
  const world = (...ids: readonly string[]): RegistryWorld => {
    const made = new RegistryWorld();
    for (const id of ids) made.addAccount({ id, keys: { test: `key of ${id}` }, balances: [] });
    return made;
  };

  it('is the one asked for', () => {
    const { id } = signingAccount(world(usual, 'b'), 'test', { asked: 'b', usual });
    expect(id).toBe('b');
  });

  it('is the usual one, and in a world without it the first with a key', () => {
    const asked = undefined;
    expect(signingAccount(world('a', usual), 'test', { asked, usual }).id).toBe(usual);
    expect(signingAccount(world('a', 'b'), 'test', { asked, usual }).id).toBe('a');
  });

  it('is nobody else when the one asked for is not there, and none without a key', () => {
    expect(() => signingAccount(world('a'), 'test', { asked: 'b', usual })).toThrow(
      'no account "b" with a key for the environment "test"',
    );
    expect(() => signingAccount(world('a'), 'live', { asked: undefined, usual })).toThrow(
      'no account with a key for the environment "live"',
    );
  });
});
