import type { CompleteContactSet, Contact, InputIssue } from '@registrar-kit/core';
import { splitPhone } from '@registrar-kit/provider-kit';

/** The contact roles in the order in which they are sent, with the vendor's words for them. */
const contactTypes = {
  registrant: 'Registrant',
  admin: 'Admin',
  tech: 'Tech',
  billing: 'Billing',
} as const satisfies Record<keyof CompleteContactSet, string>;

type Role = keyof typeof contactTypes;
const roles = Object.keys(contactTypes) as readonly Role[];

/** A contact as the gateway wants it. */
export interface DomainNameApiContact {
  readonly contactType: (typeof contactTypes)[Role];
  readonly firstName: string;
  readonly lastName: string;
  readonly companyName: string;
  readonly eMail: string;
  readonly address: string;
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly postalCode: string;
  readonly phoneCountryCode: string;
  readonly phone: string;
  readonly faxCountryCode: string;
  readonly fax: string;
  readonly isHidden: boolean;
}

/** The vendor refuses digits and special characters in names; letters of any script pass. */
const namePattern = /^[\p{L}\p{M}\s'’-]+$/u;

/**
 * The four contacts as the gateway wants them, or what it would refuse. The vendor's own client fills gaps with made-up data;
 * here they are faults. The issues hold no personal data.
 */
export function toDomainNameApiContacts(
  contacts: CompleteContactSet,
):
  | { readonly ok: true; readonly contacts: readonly DomainNameApiContact[] }
  | { readonly ok: false; readonly issues: readonly InputIssue[] } {
  const issues = roles.flatMap((role) => problemsOf(role, contacts[role]));
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, contacts: roles.map((role) => toDomainNameApiContact(role, contacts[role])) };
}

/** What the gateway could quote in a refusal and must not get into a message. */
export function personalTexts(contacts: CompleteContactSet): readonly string[] {
  const texts = Object.values(contacts).flatMap((contact: Contact) => {
    const {
      firstName,
      lastName,
      organization,
      email,
      phone,
      address1,
      address2,
      city,
      postalCode,
    } = contact;
    const national = splitPhone(phone)?.nationalNumber;
    return [
      firstName,
      lastName,
      organization,
      email,
      phone,
      national,
      address1,
      address2,
      city,
      postalCode,
    ];
  });
  return [...new Set(texts.flatMap((text) => text ?? []))];
}

function toDomainNameApiContact(role: Role, contact: Contact): DomainNameApiContact {
  const phone = splitPhone(contact.phone);
  return {
    contactType: contactTypes[role],
    firstName: contact.firstName,
    lastName: contact.lastName,
    companyName: contact.organization ?? '',
    eMail: contact.email,
    // There is one line only.
    address:
      contact.address2 === undefined ? contact.address1 : `${contact.address1} ${contact.address2}`,
    city: contact.city,
    state: contact.state,
    country: contact.country,
    postalCode: contact.postalCode,
    phoneCountryCode: phone?.countryCode ?? '',
    phone: phone?.nationalNumber ?? '',
    faxCountryCode: '',
    fax: '',
    // Required; what hides a contact is the privacy of the domain.
    isHidden: false,
  };
}

function problemsOf(role: Role, contact: Contact): readonly InputIssue[] {
  const issues: InputIssue[] = [];
  const fault = (field: keyof Contact, problem: string, cure: string): void => {
    issues.push({ path: `contacts.${role}.${field}`, problem, cure });
  };
  for (const field of ['firstName', 'lastName'] as const) {
    if (!namePattern.test(contact[field])) {
      fault(
        field,
        'holds digits or special characters, which Domain Name API refuses',
        'use letters, blanks, hyphens and apostrophes only',
      );
    }
  }
  if (splitPhone(contact.phone) === undefined) {
    fault(
      'phone',
      'begins with no assigned country calling code',
      'write + and the country calling code first, such as +902125550123',
    );
  }
  for (const field of ['state', 'postalCode'] as const) {
    if (contact[field].trim() === '')
      fault(field, 'is missing', 'fill it in; give the city where there is no state');
  }
  return issues;
}
