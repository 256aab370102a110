import { describe, expect, it } from '@jest/globals';
import { readVerb } from '../src/arguments/read-verb.js';

const verbs = ['list', 'create', 'delete'] as const;

describe('a verb', () => {
  it.each([
    [[], undefined, []],
    [['example.com'], undefined, ['example.com']],
    [['list'], 'list', []],
    [['create', 'example.com', 'ns1'], 'create', ['example.com', 'ns1']],
    [['example.com', 'create', 'ns1'], 'create', ['example.com', 'ns1']],
    // What follows the verb may be called like one.
    [['create', 'example.com', 'list'], 'create', ['example.com', 'list']],
    [['例。com', 'list'], 'list', ['例。com']],
  ])('is found in %j', (words, verb, rest) => {
    expect(readVerb(words, verbs, 'hosts')).toEqual({ verb, rest });
  });

  it.each([
    [['crate', 'example.com'], 'did you mean create?'],
    [['example.com', 'dlete'], 'did you mean delete?'],
    [['example.com', 'xyz'], 'choose one of: list, create, delete'],
  ])('that there is not is a fault: %j', (words, hint) => {
    expect(() => readVerb(words, verbs, 'hosts')).toThrow(
      expect.objectContaining({ code: 'USAGE_ERROR', hint }),
    );
  });
});
