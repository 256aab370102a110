import {
  UnexpectedResponseError,
  type CallContext,
  type Domain,
  type DomainName,
} from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import {
  domainObjectSchema,
  fromDomainObject,
  nameFields,
  type DomainFacts,
} from '../mapping/domain-object.js';

/** Reads a domain with `domains/info`. @throws DomainNotFoundError; one such answer never means that the domain is gone */
export async function readDomain(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<DomainFacts> {
  const query = { DomainName: domain };
  const request = { method: 'GET', path: 'domains/info', query, aboutDomain: true } as const;
  const { value, drift } = await client.send(request, domainObjectSchema, call);
  const facts = fromDomainObject(value, drift);
  if (facts.domain === undefined) drift('domainName', 'is missing');
  if (facts.summary.expiresOn === undefined) drift('expirationDate', 'is missing');
  if (facts.domain === undefined || facts.domain === domain) return facts;
  throw new UnexpectedResponseError({
    ...call.origin,
    kind: 'wrong_shape',
    detail: 'the answer is about another domain',
  });
}

export async function getDomain(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<Domain> {
  const { summary, details } = await readDomain(client, domain, call);
  return { ...nameFields(domain), ...summary, ...details };
}
