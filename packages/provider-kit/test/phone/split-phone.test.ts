import { describe, expect, it } from '@jest/globals';
import { splitPhone } from '../../src/phone/split-phone.js';

describe('splitPhone', () => {
  it.each([
    ['+12125550123', '1', '2125550123'],
    ['+79161234567', '7', '9161234567'],
    ['+902125550123', '90', '2125550123'],
    ['+442079460123', '44', '2079460123'],
    ['+4930901820', '49', '30901820'],
    ['+35312345678', '353', '12345678'],
    ['+9715551234', '971', '5551234'],
    ['+390612345678', '39', '0612345678'],
    ['+211912345678', '211', '912345678'],
    ['+85212345678', '852', '12345678'],
    ['+38344123456', '383', '44123456'],
  ])('divides %s', (phone, countryCode, nationalNumber) => {
    expect(splitPhone(phone)).toEqual({ countryCode, nationalNumber });
  });

  it.each([
    '',
    '+',
    '902125550123',
    '+0123456789',
    '+90 212 555',
    '+8331234567',
    '+9991234567',
    '+1234567890123456',
    '+353',
  ])('refuses %j', (phone) => {
    expect(splitPhone(phone)).toBeUndefined();
  });

  it('never reads a code that begins with another one', () => {
    const codes = new Set<string>();
    for (let digits = 100; digits < 1000; digits += 1) {
      const code = splitPhone(`+${String(digits)}5550123`)?.countryCode;
      if (code !== undefined) codes.add(code);
    }
    expect(codes.size).toBeGreaterThan(200);
    const clashes = [...codes].filter((code) =>
      [...codes].some((other) => other !== code && other.startsWith(code)),
    );
    expect(clashes).toEqual([]);
  });
});
