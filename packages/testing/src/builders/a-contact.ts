import type { CompleteContactSet, Contact } from '@registrar-kit/core';

/** A complete, made-up contact with a reserved address and phone number. */
export function aContact(overrides: Partial<Contact> = {}): Contact {
  return {
    firstName: 'Ada',
    lastName: 'Example',
    organization: 'Example Bakery',
    email: 'ada@example.com',
    phone: '+12025550123',
    address1: '1 Example Street',
    city: 'Springfield',
    state: 'IL',
    postalCode: '62701',
    country: 'US',
    ...overrides,
  };
}

/** A made-up contact for each of the four roles, each a different person. */
export function aContactSet(overrides: Partial<Contact> = {}): CompleteContactSet {
  return {
    registrant: aContact(overrides),
    admin: aContact({ firstName: 'Grace', email: 'grace@example.com', ...overrides }),
    tech: aContact({ firstName: 'Linus', email: 'linus@example.com', ...overrides }),
    billing: aContact({ firstName: 'Mary', email: 'mary@example.com', ...overrides }),
  };
}
