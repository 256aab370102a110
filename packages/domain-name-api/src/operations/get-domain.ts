import type { CallContext, Domain, DomainName } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import {
  domainObjectSchema,
  fromDomainObject,
  nameFields,
  type DomainFacts,
} from '../mapping/domain-object.js';
import { readInfo } from './read-info.js';

/** Reads a domain with `domains/info`. @throws DomainNotFoundError; one such answer never means that the domain is gone */
export async function readDomain(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<DomainFacts> {
  const { value, drift } = await readInfo(client, domain, domainObjectSchema, call);
  const facts = fromDomainObject(value, drift);
  if (facts.domain === undefined) drift('domainName', 'is missing');
  if (facts.summary.expiresOn === undefined) drift('expirationDate', 'is missing');
  return facts;
}

export async function getDomain(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<Domain> {
  const { summary, details } = await readDomain(client, domain, call);
  return { ...nameFields(domain), ...summary, ...details };
}
