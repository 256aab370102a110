/** The person or organisation behind a domain, in one role. */
export interface Contact {
  readonly firstName: string;
  readonly lastName: string;
  readonly organization?: string;
  readonly email: string;
  /** E.164: `+` and up to 15 digits, such as `+12125550123`. Adapters write the vendor's own form. */
  readonly phone: string;
  readonly address1: string;
  readonly address2?: string;
  readonly city: string;
  /** State, province or region. Some registries need it; give the city where there is none. */
  readonly state: string;
  readonly postalCode: string;
  /** ISO 3166-1 alpha-2, such as `TR`. */
  readonly country: string;
}

/** The contacts of a domain; roles left out are the registrant. */
export interface ContactSet {
  readonly registrant: Contact;
  readonly admin?: Contact;
  readonly tech?: Contact;
  readonly billing?: Contact;
}

/** The contacts of a domain with every role filled. */
export type CompleteContactSet = Required<ContactSet>;

/** Fills the roles left out with the registrant. */
export function completeContacts(contacts: ContactSet): CompleteContactSet {
  const { registrant } = contacts;
  return {
    registrant,
    admin: contacts.admin ?? registrant,
    tech: contacts.tech ?? registrant,
    billing: contacts.billing ?? registrant,
  };
}
