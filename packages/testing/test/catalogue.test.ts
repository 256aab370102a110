import { describe, expect, it } from '@jest/globals';
import { compareMoney, money, parseDomainName } from '@registrar-kit/core';
import { amountIn, demoNames, demoTlds, dollarsAndLira } from '@registrar-kit/testing';
import { smallWorld } from './support/small-world.js';

describe('demoTlds', () => {
  it('covers the endings that demonstrations need, each once', () => {
    const endings = demoTlds.map(({ tld }) => tld);
    expect(new Set(endings).size).toBe(endings.length);
    expect(endings.length).toBeGreaterThanOrEqual(40);
    expect(endings).toEqual(
      expect.arrayContaining(
        (
          'com net org info biz io co dev app me tv xyz online site shop store us uk co.uk org.uk ' +
          'de fr es eu nl ca com.au com.tr org.tr net.tr ist istanbul ai in'
        ).split(' '),
      ),
    );
  });

  it('prices every operation in dollars and lira, with a restore dearer than a renewal', () => {
    for (const { prices, registrationYears, labelLength } of demoTlds) {
      for (const amounts of Object.values(prices)) {
        expect(amounts.map(({ currency }) => currency)).toEqual(['USD', 'TRY']);
      }
      expect(
        compareMoney(amountIn(prices.restoreDomain, 'USD')!, amountIn(prices.renewDomain, 'USD')!),
      ).toBeGreaterThan(0);
      expect(registrationYears.min).toBeLessThanOrEqual(registrationYears.max);
      expect(labelLength.max).toBeLessThanOrEqual(63);
    }
  });

  it('multiplies into lira exactly', () => {
    expect(dollarsAndLira('10.28')).toEqual([money('10.28', 'USD'), money('411.20', 'TRY')]);
  });
});

describe('demoNames', () => {
  it('holds at least 60 taken names, all of them valid and under endings on sale', () => {
    const { world } = smallWorld();
    expect(new Set(demoNames.taken).size).toBe(demoNames.taken.length);
    expect(demoNames.taken.length).toBeGreaterThanOrEqual(60);
    expect(demoNames.taken).toEqual(
      expect.arrayContaining(['google.com', 'openai.com', 'wikipedia.org', 'github.com']),
    );
    for (const domain of demoNames.taken) {
      expect(parseDomainName(domain)).toBe(domain);
      expect(world.availabilityOf(domain)).toMatchObject({ status: 'taken' });
    }
  });

  it('sells premium and early names', () => {
    const { world } = smallWorld();
    for (const { domain, prices } of demoNames.premium)
      expect(world.availabilityOf(domain)).toMatchObject({
        status: 'available',
        premium: { domain, prices },
      });
    for (const { domain, fee } of demoNames.earlyAccess)
      expect(world.availabilityOf(domain)).toMatchObject({
        status: 'available',
        earlyAccessFee: fee,
      });
    for (const domain of demoNames.reserved)
      expect(world.availabilityOf(domain)).toMatchObject({
        status: 'taken',
        because: 'reserved',
      });
  });
});

describe('availability', () => {
  it('finds the ending that leaves one label', () => {
    const { world } = smallWorld();
    expect(world.tldOf('example.co.uk')?.tld).toBe('co.uk');
    expect(world.tldOf('example.UK')?.tld).toBe('uk');
    expect(world.tldOf('www.example.co.uk')).toBeUndefined();
    // A public suffix that is not on sale is not a name under the shorter ending.
    expect(world.tldOf('example.ltd.uk')).toBeUndefined();
    expect(world.availabilityOf('example.ltd.uk')).toEqual({ status: 'not_sold', tld: undefined });
  });

  it('reads names in any form', () => {
    const { world } = smallWorld();
    expect(world.availabilityOf('MÜNCHEN.de')).toMatchObject({ status: 'taken' });
    expect(world.availabilityOf('Google.COM.')).toMatchObject({ status: 'taken' });
    expect(world.availabilityOf('💩.com')).toMatchObject({ status: 'invalid' });
    expect(world.availabilityOf('')).toMatchObject({ status: 'invalid', tld: undefined });
  });

  it('sells nothing under an ending that is closed to resellers', () => {
    const { world } = smallWorld();
    world.setTld({ ...world.tld('biz')!, registrable: false });
    expect(world.availabilityOf('example-bakery.biz')).toMatchObject({
      status: 'not_sold',
      tld: { tld: 'biz' },
    });
  });

  it('changes with the names and prices that a test sets', () => {
    const { world } = smallWorld();
    world.setTaken('fresh-bakery.com');
    expect(world.availabilityOf('fresh-bakery.com').status).toBe('taken');
    world.setPrice('com', 'renewDomain', [money('99', 'USD')]);
    expect(
      world.priceOf({ operation: 'renewDomain', domain: 'any.com', currency: 'USD' }).total,
    ).toEqual(money('99.20', 'USD'));
    expect(() => world.setPrice('zzz', 'renewDomain', [])).toThrow('no ending "zzz"');
    const prices = world.tld('dev')!.prices;
    world.setPremium({ domain: 'gold.com', prices });
    expect(world.premiumOf('GOLD.com')?.prices).toBe(prices);
    expect(
      world.priceOf({ operation: 'restoreDomain', domain: 'gold.com', years: 3, currency: 'USD' }),
    ).toEqual({ total: money('98.00', 'USD'), perYear: money('98.00', 'USD'), premium: true });
  });
});
