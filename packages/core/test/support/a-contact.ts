import type { Contact } from '@registrar-kit/core';

/** A contact that would be noticed if it turned up where it must not. */
export function aContact(changes: Partial<Contact> = {}): Contact {
  return {
    firstName: 'CANARY Jane',
    lastName: 'Doe',
    organization: 'CANARY Works',
    email: 'canary@example.com',
    phone: '+12125550123',
    address1: '1 CANARY Street',
    city: 'Springfield',
    state: 'NY',
    postalCode: '10001',
    country: 'US',
    ...changes,
  };
}
