import { readDomainName, type CallContext, type DomainName } from '@registrar-kit/core';
import type * as z from 'zod';
import type { DomainNameApiAnswer, DomainNameApiClient } from '../domain-name-api-client.js';
import { wrongShape } from './wrong-shape.js';

/** What every part of the answer is read with, so that an answer about another domain is noticed. */
type InfoSchema = z.ZodType<{ readonly domainName: string | undefined }>;

/**
 * Reads some fields of a domain with `domains/info`. The answer holds the auth code and the contacts, so errors quote nothing of
 * it.
 *
 * @throws DomainNotFoundError; one such answer never means that the domain is gone
 */
export async function readInfo<Schema extends InfoSchema>(
  client: DomainNameApiClient,
  domain: DomainName,
  schema: Schema,
  call: CallContext,
): Promise<DomainNameApiAnswer<z.output<Schema>>> {
  const query = { DomainName: domain };
  const about = { aboutDomain: true, confidential: true } as const;
  const request = { method: 'GET', path: 'domains/info', query, ...about } as const;
  const answer = await client.send(request, schema, call);
  const { domainName } = answer.value;
  const named = domainName === undefined ? undefined : readDomainName(domainName);
  if (named?.ok !== true || named.domain === domain) return answer;
  throw wrongShape(call, 'the answer is about another domain');
}
