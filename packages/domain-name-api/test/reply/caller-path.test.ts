import { describe, expect, it } from '@jest/globals';
import { toCallerPath } from '../../src/reply/caller-path.js';

describe('toCallerPath', () => {
  it.each([
    ['$.administrativeContact.postalCode', 'contacts.admin.postalCode'],
    ['$.constructor.name', 'constructor.name'],
    ['$.__proto__.x', '__proto__.x'],
    ['$.contacts.constructor.x', 'contacts'],
    ['$.registrantContact.toString', 'contacts.registrant.toString'],
    ['$.registrantContact.state', 'contacts.registrant.state'],
    ['$.technicalContact.eMail', 'contacts.tech.email'],
    ['$.billingContact.companyName', 'contacts.billing.organization'],
    ['$.registrantContact.address', 'contacts.registrant.address1'],
    ['$.registrantContact.phoneCountryCode', 'contacts.registrant.phone'],
    ['$.contacts[0].firstName', 'contacts.registrant.firstName'],
    ['$.contacts[2].phone', 'contacts.tech.phone'],
    ['$.contacts[9].phone', 'contacts'],
    ['$.contacts', 'contacts'],
    ['$.contacts.Tech.city', 'contacts.tech.city'],
    ['Contacts[1].PostalCode', 'contacts.admin.postalCode'],
    ['$.tldAttributes.TRABISTAXOFFICE', 'tldAttributes.TRABISTAXOFFICE'],
    ["$.tldAttributes['TRABISTAXOFFICE']", 'tldAttributes.TRABISTAXOFFICE'],
    ['$.tldAttributes', 'tldAttributes'],
    ['$.domainName', 'domain'],
    ['DomainName', 'domain'],
    ['input.Period', 'years'],
    ['$.nameServers[1]', 'nameservers.1'],
    ['$.isLocked', 'lock'],
    ['$.privacyEnabled', 'privacy'],
    ['$[3].domainName', 'domains'],
    ['MaxResultCount', 'MaxResultCount'],
    ['$', 'input'],
    ['', 'input'],
    [undefined, 'input'],
  ])('%s is %s', (member, path) => {
    expect(toCallerPath(member)).toBe(path);
  });
});
