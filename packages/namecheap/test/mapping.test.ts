import { describe, expect, it } from '@jest/globals';
import { namecheapDate } from '../src/mapping/namecheap-date.js';
import { fromNamecheapPhone } from '../src/mapping/from-namecheap-phone.js';
import { toNamecheapPhone } from '../src/mapping/to-namecheap-phone.js';

describe('Namecheap dates', () => {
  it.each([
    ['05/20/2021', '2021-05-20'],
    ['10/2/2017 8:06:00 AM', '2017-10-02'],
    ['2/29/2028 11:59:59 PM', '2028-02-29'],
    ['2021-05-20T00:00:00', '2021-05-20'],
    ['', undefined],
    ['01/01/0001', undefined],
    ['0001-01-01T00:00:00', undefined],
  ])('reads %j as %j', (text, date) => {
    expect(namecheapDate.parse(text)).toBe(date);
  });

  it.each(['13/40/2021', '02/29/2027', '20/05/2021', '2021/05/20', 'soon', '05/20/21'])(
    'does not guess at %j',
    (text) => {
      expect(namecheapDate.safeParse(text).success).toBe(false);
    },
  );
});

describe('Namecheap phones, read', () => {
  it.each([
    ['+1.2125550123', '+12125550123'],
    ['+90.2125550142', '+902125550142'],
    ['+1.212-555-0123', '+12125550123'],
    ['+44.(20) 7183 8750', '+442071838750'],
  ])('reads %s as %s', (text, phone) => {
    expect(fromNamecheapPhone(text)).toBe(phone);
  });

  it.each(['', '2125550123', '+0.2125550123', '+1.', '+1.12345678901234567', 'call me'])(
    'does not guess at %j',
    (text) => {
      expect(fromNamecheapPhone(text)).toBeUndefined();
    },
  );

  it.each(['+12125550123', '+902125550142'])('gives %s back as it was written', (phone) => {
    expect(fromNamecheapPhone(toNamecheapPhone(phone) ?? '')).toBe(phone);
  });
});

describe('Namecheap phones', () => {
  it.each([
    ['+12125550123', '+1.2125550123'],
    ['+902125550142', '+90.2125550142'],
    ['+442071838750', '+44.2071838750'],
    ['+77012345678', '+7.7012345678'],
    ['+35312345678', '+353.12345678'],
    ['+994123456789', '+994.123456789'],
    ['+6723123456', '+672.3123456'],
  ])('divides %s after the calling code', (phone, written) => {
    expect(toNamecheapPhone(phone)).toBe(written);
  });

  it.each(['+999123456789', '+2101234567', '2125550123', '+1', ''])('cannot divide %j', (phone) => {
    expect(toNamecheapPhone(phone)).toBeUndefined();
  });
});
