import {
  asRead,
  ProviderError,
  type CallContext,
  type FollowUp,
  type RegistrationOrder,
} from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import type { DomainFacts } from '../mapping/domain-object.js';
import { readDomain } from './get-domain.js';

type Summary = DomainFacts['summary'];

/** A wish, the call that sets it and where a reading shows it. */
interface Wish {
  readonly setting: 'lock' | 'privacy';
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly isMet: (summary: Summary | undefined) => boolean;
}

/**
 * The wishes of an order that are not known to have come true: each is set by its own call and then read back. A wish that the
 * first reading already shows needs nothing.
 */
export function settingFollowUps(
  client: DomainNameApiClient,
  order: RegistrationOrder,
  read: Summary | undefined,
): readonly FollowUp[] {
  return wishesOf(order)
    .filter(({ isMet }) => !isMet(read))
    .map((wish) => ({
      setting: wish.setting,
      run: (call) => setAndVerify(client, order, wish, call),
    }));
}

function wishesOf({ domain: domainName, lock, privacy }: RegistrationOrder): readonly Wish[] {
  const wishes: Wish[] = [];
  if (lock !== undefined) {
    // The state is in the path: `lockStatus: false` sent to /lock is ignored and the domain stays locked.
    const path = lock ? 'domains/lock' : 'domains/unlock';
    const isMet: Wish['isMet'] = (summary) => summary?.locked === lock;
    wishes.push({ setting: 'lock', path, body: { domainName }, isMet });
  }
  if (privacy !== undefined) {
    const body = { domainName, privacyStatus: privacy };
    const isMet: Wish['isMet'] = (summary) => summary?.privacy === privacy;
    wishes.push({ setting: 'privacy', path: 'domains/privacy', body, isMet });
  }
  return wishes;
}

async function setAndVerify(
  client: DomainNameApiClient,
  { domain }: RegistrationOrder,
  { path, body, isMet }: Wish,
  call: CallContext,
): Promise<void> {
  await client.sendAndForget({ method: 'POST', path, body, aboutDomain: true }, call);
  if (isMet((await readDomain(client, domain, asRead(call))).summary)) return;
  throw new ProviderError({
    ...call.origin,
    detail: `the registrar accepted ${path} but the domain does not show it; set it in the reseller panel`,
  });
}
