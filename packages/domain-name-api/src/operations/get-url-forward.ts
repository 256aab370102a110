import {
  isRegistrarError,
  type CallContext,
  type DomainName,
  type UrlForward,
} from '@registrar-kit/core';
import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { DomainNameApiClient } from '../domain-name-api-client.js';

const replySchema = z.object({
  redirectAlias: wireField(z.string()),
  redirectType: wireField(z.string()),
});

// Where none is set, the gateway answers with an error. It has no code of its own.
const noneSet = /redirect information not found/i;

/** The forward of the domain itself. */
export async function getUrlForward(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<UrlForward> {
  const query = { domainName: domain };
  const request = { method: 'GET', path: 'domains/forwards', query, aboutDomain: true } as const;
  try {
    const { value, drift } = await client.send(request, replySchema, call);
    const { redirectAlias: target, redirectType: type } = value;
    if (target === undefined || target === '') return { domain, target: null };
    const kind = /^frame$/i.test(type ?? '') ? 'frame' : 'redirect';
    if (kind === 'redirect' && !/^standard$/i.test(type ?? ''))
      drift('redirectType', 'is neither Standard nor Frame', type ?? '');
    return { domain, target, kind };
  } catch (error) {
    if (isRegistrarError(error) && noneSet.test(error.vendor?.message ?? ''))
      return { domain, target: null };
    throw error;
  }
}
