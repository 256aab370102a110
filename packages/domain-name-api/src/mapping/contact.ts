import type { CompleteContactSet, Contact, ContactRole, InputIssue } from '@registrar-kit/core';
import { contactFaults } from './contact-faults.js';
import { contactTypes, sentRoles, type ContactType } from './contact-roles.js';
import { toDomainNameApiPhone } from './phone.js';

/** A contact as the gateway wants it. */
export interface DomainNameApiContact {
  readonly contactType: ContactType;
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

/**
 * The four contacts as the gateway wants them, or what it would refuse. The vendor's own client fills gaps with made-up data;
 * here they are faults. The issues hold no personal data.
 */
export function toDomainNameApiContacts(
  contacts: CompleteContactSet,
):
  | { readonly ok: true; readonly contacts: readonly DomainNameApiContact[] }
  | { readonly ok: false; readonly issues: readonly InputIssue[] } {
  const sent = sentRoles.map((role) => toDomainNameApiContact(role, contacts[role]));
  const issues = sentRoles.flatMap((role, index) => issuesOf(role, sent[index]));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, contacts: sent };
}

/** What the gateway would refuse of a contact that the caller gave, at the place where it stands in the input. */
export function issuesOf(
  role: ContactRole,
  contact: DomainNameApiContact | undefined,
): readonly InputIssue[] {
  return contactFaults(contact).map(({ field, problem, cure }) => ({
    path: `contacts.${role}.${field}`,
    problem,
    cure,
  }));
}

/** A contact of the caller's. @param isHidden - what hides a contact is the privacy of the domain; this flag is only kept */
export function toDomainNameApiContact(
  role: ContactRole,
  contact: Contact,
  isHidden = false,
): DomainNameApiContact {
  const phone = toDomainNameApiPhone(contact.phone);
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
    isHidden,
  };
}
