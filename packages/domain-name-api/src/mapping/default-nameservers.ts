import { parseNameserver, type Nameserver } from '@registrar-kit/core';

/** What the vendor's own modules give a domain for which nobody names servers (`$DEFAULT_NAMESERVERS`). */
export const defaultNameservers: readonly Nameserver[] = [
  'ns1.domainnameapi.com',
  'ns2.domainnameapi.com',
].map(parseNameserver);
