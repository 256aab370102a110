import type { ContactSet, RegisterDomainInput } from '@registrar-kit/core';
import { vendor } from './vendor.js';

const contacts: ContactSet = {
  registrant: {
    firstName: 'Ayşe',
    lastName: "O'Example-Soy",
    organization: 'Örnek A.Ş.',
    email: 'ayse@example.com',
    phone: '+902125550123',
    address1: 'Deneme Caddesi 1',
    address2: 'Kat 2',
    city: 'İstanbul',
    state: 'İstanbul',
    postalCode: '34000',
    country: 'TR',
  },
  tech: {
    firstName: 'Ada',
    lastName: 'Example',
    email: 'ada@example.com',
    phone: '+442079460123',
    address1: '1 Example Road',
    city: 'London',
    state: 'London',
    postalCode: 'EC1A 1BB',
    country: 'GB',
  },
};

const registrant = {
  firstName: 'Ayşe',
  lastName: "O'Example-Soy",
  companyName: 'Örnek A.Ş.',
  eMail: 'ayse@example.com',
  address: 'Deneme Caddesi 1 Kat 2',
  city: 'İstanbul',
  state: 'İstanbul',
  country: 'TR',
  postalCode: '34000',
  phoneCountryCode: '90',
  phone: '2125550123',
  faxCountryCode: '',
  fax: '',
  isHidden: false,
};

/** The contacts above as the gateway wants them: four roles, no gaps. */
const sentContacts = [
  { contactType: 'Registrant', ...registrant },
  { contactType: 'Admin', ...registrant },
  {
    contactType: 'Tech',
    firstName: 'Ada',
    lastName: 'Example',
    companyName: '',
    eMail: 'ada@example.com',
    address: '1 Example Road',
    city: 'London',
    state: 'London',
    country: 'GB',
    postalCode: 'EC1A 1BB',
    phoneCountryCode: '44',
    phone: '2079460123',
    faxCountryCode: '',
    fax: '',
    isHidden: false,
  },
  { contactType: 'Billing', ...registrant },
];

export const order: RegisterDomainInput = {
  domain: 'example-name.com',
  years: 1,
  contacts,
  price: 'listed',
};

/** What is sent for the order above. */
export const sentOrder = {
  domainName: 'example-name.com',
  period: 1,
  nameServers: ['ns1.domainnameapi.com', 'ns2.domainnameapi.com'],
  contacts: sentContacts,
  tldAttributes: {},
};

/** The search that guards a registration. */
export function searchAnswers(domainName: string, row: object = {}): void {
  const infos = [
    {
      domainName,
      status: 'AVAILABLE',
      isPremium: false,
      price: 10.68,
      currency: 'USD',
      period: 1,
      ...row,
    },
  ];
  vendor(
    'POST',
    'domains/bulk-search',
    { body: [{ domainName, currency: 'USD' }] },
    { body: { success: true, infos } },
  );
}

/** One reading of the domain. */
export function infoAnswers(DomainName: string, answer: { status?: number; body: unknown }): void {
  vendor('GET', 'domains/info', { query: { DomainName } }, answer);
}
