import { describe, expect, it } from '@jest/globals';
import { aContact, aContactSet, FakeRegistrar } from '@registrar-kit/testing';

describe('the builders', () => {
  it('make a contact that can be departed from', () => {
    expect(aContact({ city: 'Leeds', country: 'GB' })).toEqual({
      ...aContact(),
      city: 'Leeds',
      country: 'GB',
    });
  });

  it('make four different people, all with the same departure', () => {
    const { registrant, admin, tech, billing } = aContactSet({ country: 'TR' });
    const people = [registrant, admin, tech, billing];
    expect(new Set(people.map(({ firstName }) => firstName)).size).toBe(4);
    expect(new Set(people.map(({ email }) => email)).size).toBe(4);
    expect(people.map(({ country }) => country)).toEqual(['TR', 'TR', 'TR', 'TR']);
  });

  it('make what a registrar accepts', async () => {
    const registrar = new FakeRegistrar();
    const result = await registrar.registerDomain({
      domain: 'example-bakery.com',
      years: 1,
      contacts: aContactSet(),
      price: 'listed',
    });
    expect(result.status).toBe('done');
    expect(registrar.world.find('example-bakery.com')?.contacts).toEqual(aContactSet());
  });
});
