import { describe, expect, it } from '@jest/globals';
import { parseXml, readFields, xmlBoolean } from '@registrar-kit/provider-kit';
import * as z from 'zod';

const schema = z.object({
  Domain: z.string().min(1),
  Available: xmlBoolean,
  Price: z.string().optional(),
});

describe('readFields', () => {
  it('takes attributes and child texts, without regard to case, and no more than the schema names', async () => {
    const element = await parseXml(
      '<Row DOMAIN=" example.com " other="x"><available>YES</available><price/></Row>',
    );
    expect(readFields(element, schema)).toEqual({
      ok: true,
      value: { Domain: 'example.com', Available: true, Price: '' },
    });
  });

  it('takes an attribute before a child, and the first child', async () => {
    const element = await parseXml(
      '<Row Domain="a"><Domain>b</Domain><Available>0</Available><Available>1</Available></Row>',
    );
    expect(readFields(element, schema)).toEqual({
      ok: true,
      value: { Domain: 'a', Available: false },
    });
  });

  it('names what is missing and what is wrong, without the value', async () => {
    const element = await parseXml('<Row Available="CANARY"/>');
    const reading = readFields(element, schema);
    expect(reading).toMatchObject({
      ok: false,
      issues: [
        { path: 'Domain', problem: 'is missing' },
        { path: 'Available', problem: expect.any(String) },
      ],
    });
    expect(JSON.stringify(reading)).not.toContain('CANARY');
  });

  it('reads a field called like an inherited property', async () => {
    const element = await parseXml('<Row/>');
    const reading = readFields(element, z.object({ constructor: z.string().optional() }));
    expect(reading).toEqual({ ok: true, value: {} });
  });
});

describe('xmlBoolean', () => {
  it.each(['true', 'TRUE', 'Yes', '1', 'OK', 'ok'])('%s is true', (text) => {
    expect(xmlBoolean.parse(text)).toBe(true);
  });
  it.each(['false', 'False', 'NO', '0'])('%s is false', (text) => {
    expect(xmlBoolean.parse(text)).toBe(false);
  });
  it.each(['', 'maybe', '2', 'enabled'])('%j is neither', (text) => {
    expect(xmlBoolean.safeParse(text).success).toBe(false);
  });
});
