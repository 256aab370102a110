import type { DomainNameApiContact } from './contact.js';

/** What of contacts in the gateway's own fields must not come back in a message, also of those that are only kept. */
export function personalTextsSent(contacts: readonly DomainNameApiContact[]): readonly string[] {
  return [
    ...new Set(
      contacts.flatMap((contact) => [
        contact.firstName,
        contact.lastName,
        contact.companyName,
        contact.eMail,
        contact.phone,
        contact.fax,
        contact.address,
        contact.city,
        contact.postalCode,
      ]),
    ),
  ];
}
