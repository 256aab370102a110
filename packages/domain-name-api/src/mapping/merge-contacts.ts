import type { ContactRole, ContactSet, InputIssue } from '@registrar-kit/core';
import { contactFaults } from './contact-faults.js';
import { contactTypes, sentRoles } from './contact-roles.js';
import { issuesOf, toDomainNameApiContact, type DomainNameApiContact } from './contact.js';
import { digitsOf, withoutTrunkZero } from './phone.js';
import type { VendorStoredContact, VendorStoredContacts } from './stored-contacts.js';

/**
 * All four contacts for an update: the roles given are replaced whole, the others are sent back as the registrar holds them,
 * since it takes the four together. A kept contact that the gateway would not take again must be given too: nothing is made up.
 */
export function mergeContacts(
  stored: VendorStoredContacts,
  given: Partial<ContactSet>,
):
  | { readonly ok: true; readonly contacts: readonly DomainNameApiContact[] }
  | { readonly ok: false; readonly issues: readonly InputIssue[] } {
  const contacts: DomainNameApiContact[] = [];
  const issues: InputIssue[] = [];
  for (const role of sentRoles) {
    const kept = stored.get(role);
    const change = given[role];
    if (change !== undefined) {
      // The caller cannot say whether it is hidden, so that stays as it was.
      const contact = toDomainNameApiContact(role, change, kept?.isHidden);
      contacts.push(contact);
      issues.push(...issuesOf(role, contact));
    } else if (kept === undefined) {
      issues.push(toGive(role, 'is not given, and the registrar shows none to keep'));
    } else {
      const contact = toKeptContact(role, kept);
      contacts.push(contact);
      for (const { field, problem } of contactFaults(contact))
        issues.push(
          toGive(role, `is not given, and of the one that the registrar holds ${field} ${problem}`),
        );
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, contacts };
}

function toGive(role: ContactRole, problem: string): InputIssue {
  return { path: `contacts.${role}`, problem, cure: `give ${role} too` };
}

function toKeptContact(role: ContactRole, kept: VendorStoredContact): DomainNameApiContact {
  const phoneCountryCode = digitsOf(kept.phoneCountryCode);
  const faxCountryCode = digitsOf(kept.faxCountryCode);
  const fax = withoutTrunkZero(faxCountryCode, digitsOf(kept.fax));
  return {
    contactType: contactTypes[role],
    firstName: kept.firstName ?? '',
    lastName: kept.lastName ?? '',
    companyName: kept.companyName ?? '',
    eMail: kept.eMail ?? '',
    address: kept.address ?? '',
    city: kept.city ?? '',
    state: kept.state ?? '',
    country: (kept.country ?? '').toUpperCase(),
    postalCode: kept.postalCode ?? '',
    // Signs, blanks and trunk zeros are refused; without them it is the same number.
    phoneCountryCode,
    phone: withoutTrunkZero(phoneCountryCode, digitsOf(kept.phone)),
    // A code without a number is refused.
    faxCountryCode: fax === '' ? '' : faxCountryCode,
    fax,
    isHidden: kept.isHidden ?? false,
  };
}
