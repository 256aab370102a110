import {
  InvalidInputError,
  type AutoRenewState,
  type CallContext,
  type DomainName,
  type LockState,
  type PrivacyState,
} from '@registrar-kit/core';
import * as z from 'zod';
import type { HarbourNamesClient } from '../harbour-names-client.js';

/** The switches of a domain, which are one call at this vendor. The answer holds all of them as they stand. */
const switchesSchema = z.object({
  transferLock: z.boolean(),
  shield: z.boolean(),
  autoRenewal: z.boolean(),
});

type Switches = z.output<typeof switchesSchema>;

function read(
  client: HarbourNamesClient,
  domain: DomainName,
  call: CallContext,
): Promise<Switches> {
  const request = { method: 'GET', path: 'domains/{domain}', domain } as const;
  return client.send(request, switchesSchema, call);
}

function write(
  client: HarbourNamesClient,
  domain: DomainName,
  body: Partial<Switches>,
  call: CallContext,
): Promise<Switches> {
  const request = { method: 'PUT', path: 'domains/{domain}/switches', domain, body } as const;
  return client.send(request, switchesSchema, call);
}

export async function getLock(
  client: HarbourNamesClient,
  domain: DomainName,
  call: CallContext,
): Promise<LockState> {
  const { transferLock } = await read(client, domain, call);
  return { domain, locked: transferLock };
}

export async function setLock(
  client: HarbourNamesClient,
  { domain, locked }: { readonly domain: DomainName; readonly locked: boolean },
  call: CallContext,
): Promise<LockState> {
  const { transferLock } = await write(client, domain, { transferLock: locked }, call);
  return { domain, locked: transferLock };
}

export async function getPrivacy(
  client: HarbourNamesClient,
  domain: DomainName,
  call: CallContext,
): Promise<PrivacyState> {
  const { shield } = await read(client, domain, call);
  return { domain, privacy: shield };
}

/** The vendor has no address to which mail would be sent on. */
export async function setPrivacy(
  client: HarbourNamesClient,
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
    const problem = 'cannot be set: Harbour Names takes no address for mail to hidden contacts';
    const issues = [{ path: 'forwardTo', problem, cure: 'leave it out' }];
    throw new InvalidInputError({ ...call.origin, issues });
  }
  const { shield } = await write(client, domain, { shield: privacy }, call);
  return { domain, privacy: shield };
}

export async function setAutoRenew(
  client: HarbourNamesClient,
  { domain, autoRenew }: { readonly domain: DomainName; readonly autoRenew: boolean },
  call: CallContext,
): Promise<AutoRenewState> {
  const { autoRenewal } = await write(client, domain, { autoRenewal: autoRenew }, call);
  return { domain, autoRenew: autoRenewal };
}
