import {
  InvalidInputError,
  type CallContext,
  type DomainName,
  type PrivacyState,
} from '@registrar-kit/core';
import { readBack } from '@registrar-kit/provider-kit';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { getPrivacy } from './get-privacy.js';

/** Hides the contacts or shows them. The vendor has no address to which mail would be sent on. */
export async function setPrivacy(
  client: DomainNameApiClient,
  {
    domain,
    privacy,
    forwardTo,
  }: {
    readonly domain: DomainName;
    readonly privacy: boolean;
    readonly forwardTo: string | undefined;
  },
  call: CallContext,
): Promise<PrivacyState> {
  if (forwardTo !== undefined) {
    const problem = 'cannot be set: Domain Name API takes no address for mail to hidden contacts';
    const issues = [{ path: 'forwardTo', problem, cure: 'leave it out' }];
    throw new InvalidInputError({ ...call.origin, issues });
  }
  const body = { domainName: domain, privacyStatus: privacy };
  const request = { method: 'POST', path: 'domains/privacy', body, aboutDomain: true } as const;
  await client.sendAndForget(request, call);
  return readBack(call, 'unknown', (read) => getPrivacy(client, domain, read));
}
