/* Where rows of more than one table come from. */

export const vendorClient = 'domainreseller/whmcs-dna lib/DNARest.php 3.0.16';
export const measured = 'thism3d/Vesopa-Ltd src/integrations/domainnameapi.js, README.md';
export const hostingBeyond =
  'globalorbitnepal/Hostingbeyond lib/domains/providers/domain-name-api.ts and tests';
