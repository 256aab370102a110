import { describe, expect, test } from '@jest/globals';
import { fromDomainNameApiPhone, toDomainNameApiPhone } from '../src/mapping/phone.js';

describe('a phone number', () => {
  test.each([
    ['+902125550123', '90', '2125550123'],
    ['+12025550123', '1', '2025550123'],
    ['+12425550123', '1', '2425550123'],
    ['+77015550123', '7', '7015550123'],
    ['+447700900123', '44', '7700900123'],
    ['+3545550123', '354', '5550123'],
    // Here the zero is part of the number: without it another line would ring, or none.
    ['+390655501234', '39', '0655501234'],
    ['+3780549900123', '378', '0549900123'],
    ['+2250712345678', '225', '0712345678'],
    ['+22601234567', '226', '01234567'],
    ['+22708123456', '227', '08123456'],
    ['+2290195123456', '229', '0195123456'],
    ['+24106031234', '241', '06031234'],
    ['+242061234567', '242', '061234567'],
    ['+992001234567', '992', '001234567'],
  ])('%s goes to the gateway and comes back the same', (e164, countryCode, nationalNumber) => {
    expect(toDomainNameApiPhone(e164)).toEqual({ countryCode, nationalNumber });
    expect(fromDomainNameApiPhone(countryCode, nationalNumber)).toBe(e164);
  });

  test.each([
    ['+4402079460123', '44', '2079460123'],
    ['+900212', '90', '212'],
  ])('%s loses its trunk zero', (e164, countryCode, nationalNumber) => {
    expect(toDomainNameApiPhone(e164)).toEqual({ countryCode, nationalNumber });
  });

  test.each([
    ['+44', '0207 946-0123', '+442079460123'],
    ['0090', '5550123', undefined],
    ['', '2079460123', undefined],
    ['999', '5550123', undefined],
    ['44', '000', undefined],
  ])('%s and %s are read as %s', (countryCode, phone, expected) => {
    expect(fromDomainNameApiPhone(countryCode, phone)).toBe(expected);
  });
});
