import type { Contact } from '@registrar-kit/core';
import type { DomainNameApiContact } from './contact.js';

/** What the gateway would refuse of a contact: the field in our words, without its value. */
interface ContactFault {
  readonly field: keyof Contact;
  readonly problem: string;
  readonly cure: string;
}

/** The fields that the gateway asks for, in our words. */
const required = {
  firstName: 'firstName',
  lastName: 'lastName',
  eMail: 'email',
  address: 'address1',
  city: 'city',
  state: 'state',
  country: 'country',
  postalCode: 'postalCode',
} as const satisfies Partial<Record<keyof DomainNameApiContact, keyof Contact>>;

/** The most characters of a field, as somebody who read the Swagger file reports them; the postal code's was given as 10 or 15. */
const longest = {
  firstName: 80,
  lastName: 80,
  companyName: 256,
  eMail: 256,
  address: 256,
  city: 80,
  state: 80,
  postalCode: 15,
  phone: 16,
} as const satisfies Partial<Record<keyof DomainNameApiContact, number>>;

const ourFields = { ...required, companyName: 'organization', phone: 'phone' } as const;

/** The vendor refuses digits and special characters in names; letters of any script pass. */
const namePattern = /^[\p{L}\p{M}\s'’-]+$/u;

/** Everything that the gateway would refuse of a contact; a role without any contact has no fault here. */
export function contactFaults(contact: DomainNameApiContact | undefined): readonly ContactFault[] {
  if (contact === undefined) return [];
  const faults: ContactFault[] = [];
  const fault = (field: keyof Contact, problem: string, cure: string): void => {
    faults.push({ field, problem, cure });
  };
  for (const [field, ours] of Object.entries(required)) {
    if (contact[field as keyof typeof required].trim() === '')
      fault(
        ours,
        'is missing',
        ours === 'state' ? 'give the city where there is none' : 'fill it in',
      );
  }
  for (const field of ['firstName', 'lastName'] as const) {
    if (contact[field].trim() !== '' && !namePattern.test(contact[field])) {
      fault(
        field,
        'holds digits or special characters, which Domain Name API refuses',
        'use letters, blanks, hyphens and apostrophes only',
      );
    }
  }
  if (contact.country !== '' && !/^[A-Z]{2}$/.test(contact.country))
    fault('country', 'is not a country code', 'give the two letters of ISO 3166, such as TR');
  if (contact.phone === '' || !/^\d{1,3}$/.test(contact.phoneCountryCode)) {
    fault(
      'phone',
      'has no assigned country calling code, or nothing behind it',
      'write + and the country calling code first, such as +902125550123',
    );
  }
  for (const [field, most] of Object.entries(longest)) {
    const { length } = contact[field as keyof typeof longest];
    if (length > most) {
      fault(
        ourFields[field as keyof typeof longest],
        `has ${String(length)} characters`,
        field === 'address'
          ? `shorten both lines to ${String(most)} together`
          : `shorten it to ${String(most)}`,
      );
    }
  }
  return faults;
}
