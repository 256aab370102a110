import type { Environment } from '@registrar-kit/core';

/** One address for every command; see https://www.namecheap.com/support/api/intro/. */
export const namecheapBaseUrls: { readonly [Of in Environment]: string } = {
  live: 'https://api.namecheap.com/xml.response',
  test: 'https://api.sandbox.namecheap.com/xml.response',
};

/** The environment that a host belongs to; `undefined` for hosts that are not Namecheap's, such as a simulator's. */
export function environmentOfHost(host: string): Environment | undefined {
  const known = Object.entries(namecheapBaseUrls).find(([, url]) => new URL(url).host === host);
  return known?.[0] as Environment | undefined;
}
