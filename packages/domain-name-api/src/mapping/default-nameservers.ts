/** What the vendor's own modules give a domain for which nobody names servers (`$DEFAULT_NAMESERVERS`). */
export const defaultNameservers: readonly string[] = [
  'ns1.domainnameapi.com',
  'ns2.domainnameapi.com',
];
