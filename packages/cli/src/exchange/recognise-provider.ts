import type { ForeignFailure } from '@registrar-kit/core';
import type { ProviderId } from '../providers.js';

const hosts = [
  [/(?:^|\.)namecheap\.com$/, 'namecheap'],
  [/(?:^|\.)(?:domainresellerapi|domainnameapi)\.com$/, 'domain-name-api'],
] as const satisfies readonly (readonly [RegExp, ProviderId])[];

/** The registrar that an exchange was with: by the host, else by what only one of them has. `undefined` when nothing tells. */
export function recogniseProvider({ request, body = '' }: ForeignFailure): ProviderId | undefined {
  // JSON may hold anything; whether it fits is checked afterwards.
  const url = typeof request?.url === 'string' ? request.url : '';
  const headers = Object.keys(request?.headers ?? {}).map((name) => name.toLowerCase());
  const host = hostOf(url);
  const byHost = hosts.find(([pattern]) => pattern.test(host))?.[1];
  if (byHost !== undefined) return byHost;
  if (headers.includes('__reseller')) return 'domain-name-api';
  const isNamecheap =
    /\/xml\.response(?:$|\?)/i.test(url) ||
    (typeof body === 'string' && body.includes('http://api.namecheap.com/xml.response'));
  return isNamecheap ? 'namecheap' : undefined;
}

function hostOf(url: string): string {
  const candidate = /^[a-z][a-z\d+.-]*:\/\//i.test(url) ? url : `https://${url}`;
  return URL.canParse(candidate) ? new URL(candidate).hostname : '';
}
