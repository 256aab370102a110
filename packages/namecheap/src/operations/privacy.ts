import {
  asRead,
  InvalidDomainStateError,
  InvalidInputError,
  isRegistrarError,
  type AnyRegistrarError,
  type CallContext,
  type DomainName,
  type PrivacyState,
} from '@registrar-kit/core';
import { readBack } from '@registrar-kit/provider-kit';
import type { NamecheapClient } from '../namecheap-client.js';
import { withoutUndefined } from '../mapping/without-undefined.js';
import { assertDone } from './assert-done.js';
import { getContacts } from './get-contacts.js';
import { readSubscription, type PrivacySubscription } from './privacy-subscription.js';
import { readPrivacy } from './read-privacy.js';

/** https://www.namecheap.com/support/api/methods/domains/get-info/ */
export function getPrivacy(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<PrivacyState> {
  return client.send(
    'namecheap.domains.getInfo',
    { DomainName: domain },
    (reply) => {
      const result = reply.resultAbout(domain, 'DomainGetInfoResult');
      const privacy = readPrivacy(result.child('Whoisguard'), reply);
      if (privacy === undefined)
        throw reply.unexpected('the answer does not tell whether privacy is on');
      return { domain, privacy };
    },
    call,
  );
}

/** A change of the privacy. */
interface PrivacyRequest {
  readonly domain: DomainName;
  readonly privacy: boolean;
  readonly forwardTo: string | undefined;
}

/**
 * Switches the subscription of the domain, then reads it back. Where the wanted state stands already nothing is sent: Namecheap
 * would answer with the same number as for a subscription that is missing.
 *
 * https://www.namecheap.com/support/api/methods/whoisguard/enable/
 */
export async function setPrivacy(
  client: NamecheapClient,
  request: PrivacyRequest,
  call: CallContext,
): Promise<PrivacyState> {
  const { domain, privacy } = request;
  const subscription = await readSubscription(client, domain, asRead(call));
  if (subscription.privacy === privacy) {
    assertForwards(request, subscription, call);
    return { domain, privacy };
  }
  if (subscription.id === undefined) throw noSubscription(call);
  if (privacy) await enable(client, request, { ...subscription, id: subscription.id }, call);
  else await disable(client, subscription.id, call);
  return readBack(call, 'applied', (read) => getPrivacy(client, domain, read));
}

async function enable(
  client: NamecheapClient,
  request: PrivacyRequest,
  subscription: PrivacySubscription & { readonly id: string },
  call: CallContext,
): Promise<void> {
  const ForwardedToEmail = await forwardAddress(client, request, subscription, call);
  try {
    await client.send(
      'namecheap.whoisguard.enable',
      { WhoisguardID: subscription.id, ForwardedToEmail },
      (reply) => {
        assertDone(reply, {
          result: 'WhoisguardEnableResult',
          otherwise: 'privacy is not switched on',
        });
      },
      call,
      { personal: [ForwardedToEmail] },
    );
  } catch (error) {
    // Said beside the number of a subscription that is linked to no domain. The domain itself was read just before.
    if (!isRegistrarError(error, 'DOMAIN_NOT_FOUND')) throw error;
    throw noSubscription(call, error);
  }
}

async function disable(client: NamecheapClient, id: string, call: CallContext): Promise<void> {
  await client.send(
    'namecheap.whoisguard.disable',
    { WhoisguardID: id },
    (reply) => {
      assertDone(reply, {
        result: 'WhoisguardDisableResult',
        otherwise: 'privacy is not switched off',
      });
    },
    call,
  );
}

/** https://www.namecheap.com/support/api/methods/whoisguard/enable/ */
const longestAddress = 70;

/** The address that the caller names, else the one that the subscription had, else the registrant's. */
async function forwardAddress(
  client: NamecheapClient,
  { domain, forwardTo }: PrivacyRequest,
  { forwardedTo }: PrivacySubscription,
  call: CallContext,
): Promise<string> {
  const address =
    forwardTo ??
    forwardedTo ??
    (await getContacts(client, domain, asRead(call))).contacts.registrant?.email;
  if (address !== undefined && address.length <= longestAddress) return address;
  const problem =
    address === undefined
      ? 'is missing, and Namecheap holds no address of the registrant'
      : `has ${address.length} characters`;
  const cure =
    address === undefined
      ? 'give the address to which mail is sent on'
      : `give an address of ${longestAddress} or fewer`;
  throw new InvalidInputError({
    ...call.origin,
    issues: [{ path: 'forwardTo', problem, cure }],
  });
}

/** Another address can be had by switching off and on only, and that would show the contacts meanwhile. */
function assertForwards(
  { privacy, forwardTo }: PrivacyRequest,
  { forwardedTo }: PrivacySubscription,
  call: CallContext,
): void {
  if (!privacy || forwardTo === undefined || forwardedTo === undefined) return;
  if (forwardTo.toLowerCase() === forwardedTo.toLowerCase()) return;
  throw new InvalidDomainStateError({
    ...call.origin,
    detail:
      'privacy is on already and sends mail on to another address than forwardTo; Namecheap takes an address only when privacy is switched on, so switch it off first',
  });
}

function noSubscription(
  call: CallContext,
  said?: Pick<AnyRegistrarError, 'vendor' | 'effect'>,
): InvalidDomainStateError {
  return new InvalidDomainStateError({
    ...call.origin,
    ...withoutUndefined({ vendor: said?.vendor, effect: said?.effect }),
    detail:
      'no privacy subscription is linked to the domain; where its ending permits privacy, add the free subscription in the Namecheap panel',
  });
}
