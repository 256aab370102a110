import { sentRoles } from '../mapping/contact-roles.js';

// The vendor's words are keys here, and no word of JavaScript may be found by one.
const roles: ReadonlyMap<string, string> = new Map(
  Object.entries({
    registrantcontact: 'registrant',
    registrant: 'registrant',
    administrativecontact: 'admin',
    admincontact: 'admin',
    administrative: 'admin',
    admin: 'admin',
    technicalcontact: 'tech',
    techcontact: 'tech',
    technical: 'tech',
    tech: 'tech',
    billingcontact: 'billing',
    billing: 'billing',
  }),
);

const contactFields: ReadonlyMap<string, string> = new Map(
  Object.entries({
    companyname: 'organization',
    email: 'email',
    address: 'address1',
    phonecountrycode: 'phone',
    postalcode: 'postalCode',
    firstname: 'firstName',
    lastname: 'lastName',
  }),
);

const fields: ReadonlyMap<string, string> = new Map(
  Object.entries({
    domainname: 'domain',
    period: 'years',
    nameservers: 'nameservers',
    islocked: 'lock',
    privacyenabled: 'privacy',
    privacystatus: 'privacy',
    authcode: 'authCode',
    hostname: 'host',
    newhostname: 'newHost',
  }),
);

/**
 * The place in the caller's own input that the vendor's path names: `$.administrativeContact.postalCode` becomes
 * `contacts.admin.postalCode`. The paths name members of the vendor's types, not the fields that were sent, in any case.
 */
export function toCallerPath(member: string | undefined): string {
  const parts = (member ?? '')
    .replace(/^\$\.?/, '')
    .split(/[.[\]]+/)
    .map((part) => part.replace(/^['"]|['"]$/g, ''))
    .filter((part) => part !== '' && part.toLowerCase() !== 'input');
  const [first = '', second = '', ...rest] = parts;
  const head = first.toLowerCase();
  if (head === '') return 'input';
  if (head === 'tldattributes') return join('tldAttributes', second, ...rest);
  if (head === 'ipaddresses') return join('addresses', second);
  if (head === 'contacts') {
    const role = /^\d+$/.test(second) ? sentRoles[Number(second)] : roles.get(second.toLowerCase());
    return role === undefined ? 'contacts' : contactPath(role, rest);
  }
  const role = roles.get(head);
  if (role !== undefined) return contactPath(role, [second, ...rest]);
  // A list of names was sent; a batch's index means nothing to the caller.
  if (/^\d+$/.test(head)) return 'domains';
  return join(fields.get(head) ?? first, second, ...rest);
}

function contactPath(role: string, [field = '']: readonly string[]): string {
  return join('contacts', role, contactFields.get(field.toLowerCase()) ?? lowerFirst(field));
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('.');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
