import { describe, expect, it } from '@jest/globals';
import { isReadFault, parseJson, type ReadFault } from '@registrar-kit/provider-kit';

function faultOf(body: string, maxDepth?: number): ReadFault {
  try {
    parseJson(body, { maxDepth });
  } catch (error) {
    if (isReadFault(error)) return error;
  }
  throw new Error('it was read');
}

describe('parseJson', () => {
  it.each([
    ['{"a":[1,{"b":null}]}', { a: [1, { b: null }] }],
    ['[]', []],
    ['"text with } and ]"', 'text with } and ]'],
    ['"quote \\" and slash \\\\"', 'quote " and slash \\'],
    [' null ', null],
    ['10.87', 10.87],
    ['\uFEFF{}', {}],
  ])('reads %j', (body, value) => {
    expect(parseJson(body)).toEqual(value);
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['<!doctype html><html></html>', 'html'],
    ['<html><title>login</title></html>', 'html'],
    ['<ApiResponse/>', 'not_parsable'],
    ['plain text', 'not_parsable'],
    ['{a:1}', 'not_parsable'],
    ['{"a":1,}', 'not_parsable'],
    ['{"a":1}}', 'not_parsable'],
    ['{} {}', 'not_parsable'],
    ['NaN', 'not_parsable'],
    ['{"a":1', 'truncated'],
    ['{"a":"b', 'truncated'],
    ['{"a":"b\\', 'truncated'],
    ['[{"a":1},', 'truncated'],
  ])('refuses %j as %s', (body, kind) => {
    expect(faultOf(body)).toMatchObject({ name: 'ReadFault', kind });
  });

  it('refuses any part of an object as truncated', () => {
    const whole = '{"a":"b\\"}","c":[1,2,{"d":null}]}';
    for (let length = 1; length < whole.length; length += 1) {
      expect([length, faultOf(whole.slice(0, length)).kind]).toEqual([length, 'truncated']);
    }
  });

  it('refuses deep nesting before it costs anything', () => {
    expect(parseJson('['.repeat(64) + ']'.repeat(64))).toHaveLength(1);
    expect(faultOf('['.repeat(65) + ']'.repeat(65)).kind).toBe('not_parsable');
    expect(faultOf('[[[]]]', 2).kind).toBe('not_parsable');
    const startedAt = performance.now();
    expect(faultOf('{"a":'.repeat(800_000)).kind).toBe('not_parsable');
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it.each([
    ['rows', (count: number) => `{"list":[${'{},'.repeat(count - 1)}{}]}`],
    ['numbers', (count: number) => `[0,[${'1,'.repeat(count - 1)}1]]`],
    ['lists', (count: number) => `[${'[0,1],'.repeat(count - 1)}[]]`],
    ['fields', (count: number) => `{${'"a":",",'.repeat(count - 1)}"b":1}`],
  ])('refuses more %s than any list has', (_what, body) => {
    expect(() => parseJson(body(25_000))).not.toThrow();
    expect(faultOf(body(25_001))).toMatchObject({
      kind: 'not_parsable',
      detail: 'the JSON has a list or object of more than 25000 entries',
    });
  });

  it('leaves out keys that reach a prototype', () => {
    const value = parseJson(
      '{"__proto__":{"polluted":1},"a":{"constructor":{"prototype":{"polluted":1}}},"\\u005f_proto__":{"polluted":1},"b":"__proto__"}',
    );
    expect(value).toEqual({ a: {}, b: '__proto__' });
    expect(Object.keys(value as object)).toEqual(['a', 'b']);
    const copy = Object.assign({}, value) as { polluted?: unknown };
    expect(copy.polluted).toBeUndefined();
  });

  it('quotes nothing of the document', () => {
    expect(faultOf('{"key": CANARY}').message).not.toContain('CANARY');
  });
});
