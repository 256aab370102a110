import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';

import { readTolerantly, wireField } from '@registrar-kit/provider-kit';

const schema = z.object({
  name: z.string(),
  count: wireField(z.number()),
  inner: wireField(z.object({ flag: wireField(z.boolean()) })),
});

describe('readTolerantly', () => {
  it('reads what fits, and null as nothing', () => {
    expect(readTolerantly(schema, { name: 'a', count: null, extra: 1 })).toEqual({
      ok: true,
      value: { name: 'a', count: undefined, inner: undefined },
      drifts: [],
    });
  });

  it('does without optional fields of a wrong type, at any depth, and reports them', () => {
    expect(readTolerantly(schema, { name: 'a', count: 'b', inner: { flag: 3 } })).toEqual({
      ok: true,
      value: { name: 'a', count: undefined, inner: { flag: undefined } },
      drifts: [
        { path: 'count', note: 'is not of type number' },
        { path: 'inner.flag', note: 'is not of type boolean' },
      ],
    });
  });

  it.each([[{}], [{ name: 1 }], [[]], ['text'], [null], [7]])('cannot read %j', (value) => {
    expect(readTolerantly(schema, value)).toMatchObject({ ok: false });
  });

  it('changes nothing in what it reads', () => {
    const value = { name: 'a', count: 'b' };
    readTolerantly(schema, value);
    expect(value).toEqual({ name: 'a', count: 'b' });
  });
});
