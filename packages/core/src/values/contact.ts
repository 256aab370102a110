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

/** Whom a contact stands for. */
export type ContactRole = keyof ContactSet;

/** Every role, in the order of the documentation. */
export const contactRoles: readonly ContactRole[] = ['registrant', 'admin', 'tech', 'billing'];

/** A contact as the provider keeps it: what it does not state is absent, so an old contact can lack what a new one needs. */
export type StoredContact = Partial<Contact>;

/** The contacts of a domain as the provider keeps them. */
export type StoredContactSet = Readonly<Partial<Record<ContactRole, StoredContact>>>;
