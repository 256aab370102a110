import type { CallContext, DomainName, EmailForward } from '@registrar-kit/core';
import { readBack } from '@registrar-kit/provider-kit';
import { reportWarnings } from '../dns/report-warnings.js';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { assertDone } from './assert-done.js';
import { getEmailForwards } from './get-email-forwards.js';

/**
 * Replaces all forwards, then reads them back; sending none clears them.
 *
 * https://www.namecheap.com/support/api/methods/domains-dns/set-email-forwarding/
 */
export async function setEmailForwards(
  client: NamecheapClient,
  request: { readonly domain: DomainName; readonly forwards: readonly EmailForward[] },
  call: CallContext,
): Promise<readonly EmailForward[]> {
  const { domain, forwards } = request;
  await client.send(
    'namecheap.domains.dns.setEmailForwarding',
    { DomainName: domain, ...toParameters(forwards) },
    assertSet,
    call,
    { personal: forwards.map(({ forwardTo }) => forwardTo) },
  );
  return readBack(call, 'applied', (read) => getEmailForwards(client, domain, read));
}

function toParameters(forwards: readonly EmailForward[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    forwards.flatMap(({ mailbox, forwardTo }, index) => [
      [`MailBox${index + 1}`, mailbox],
      [`ForwardTo${index + 1}`, forwardTo],
    ]),
  );
}

function assertSet(reply: NamecheapReply): void {
  const result = 'DomainDNSSetEmailForwardingResult';
  assertDone(reply, { result, otherwise: 'the e-mail forwards are not set' });
  reportWarnings(reply.result(result), reply);
}
