import {
  InvalidDomainStateError,
  Secret,
  type AuthCode,
  type CallContext,
  type DomainName,
} from '@registrar-kit/core';
import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { domainObjectSchema, fromDomainObject } from '../mapping/domain-object.js';
import { readInfo } from './read-info.js';

const schema = domainObjectSchema.extend({ authCode: wireField(z.string()) });

/** The code comes with the domain; there is no call of its own for it. */
export async function getAuthCode(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<AuthCode> {
  const { value, drift } = await readInfo(client, domain, schema, call);
  const authCode = value.authCode?.trim() ?? '';
  if (authCode !== '') return { authCode: new Secret(authCode) };
  throw new InvalidDomainStateError({
    ...call.origin,
    state: fromDomainObject(value, drift).summary.status,
    detail:
      'the registrar shows no auth code for this domain; some endings have none, others may show it once the domain is unlocked; else ask the support of Domain Name API',
  });
}
