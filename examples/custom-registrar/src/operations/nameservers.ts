import {
  readNameserver,
  UnexpectedResponseError,
  type CallContext,
  type DomainName,
  type Nameserver,
  type NameserverSet,
} from '@registrar-kit/core';
import * as z from 'zod';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import type { HarbourNamesRequest } from '../harbour-names-request.js';

const serversSchema = z.object({ servers: z.array(z.string()), ownServers: z.boolean() });

export function getNameservers(
  client: HarbourNamesClient,
  domain: DomainName,
  call: CallContext,
): Promise<NameserverSet> {
  return exchange(client, { method: 'GET', path: 'domains/{domain}', domain }, domain, call);
}

/** Replaces the delegation; the vendor answers what stands. */
export function setNameservers(
  client: HarbourNamesClient,
  {
    domain,
    nameservers,
  }: { readonly domain: DomainName; readonly nameservers: readonly Nameserver[] },
  call: CallContext,
): Promise<NameserverSet> {
  const body = { servers: nameservers };
  const request = { method: 'PUT', path: 'domains/{domain}/servers', domain, body } as const;
  return exchange(client, request, domain, call);
}

/** Goes back to the vendor's own servers. */
export function resetNameservers(
  client: HarbourNamesClient,
  domain: DomainName,
  call: CallContext,
): Promise<NameserverSet> {
  const request = { method: 'DELETE', path: 'domains/{domain}/servers', domain } as const;
  return exchange(client, request, domain, call);
}

async function exchange(
  client: HarbourNamesClient,
  request: HarbourNamesRequest,
  domain: DomainName,
  call: CallContext,
): Promise<NameserverSet> {
  const { servers, ownServers } = await client.send(request, serversSchema, call);
  const nameservers = servers.map((name) => readNameserver(name));
  if (nameservers.every((name) => name !== undefined))
    return { domain, nameservers, providerDns: ownServers };
  throw new UnexpectedResponseError({
    ...call.origin,
    kind: 'wrong_shape',
    detail: 'a name server in the answer is no host name',
    effect: call.retry === 'read' ? 'none' : 'unknown',
  });
}
