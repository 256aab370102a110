import type { CallContext, DomainName, EmailForward } from '@registrar-kit/core';
import type { XmlElement } from '@registrar-kit/provider-kit';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';

/** https://www.namecheap.com/support/api/methods/domains-dns/get-email-forwarding/ */
export function getEmailForwards(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<readonly EmailForward[]> {
  return client.send(
    'namecheap.domains.dns.getEmailForwarding',
    { DomainName: domain },
    toForwards,
    call,
    { confidential: true },
  );
}

function toForwards(reply: NamecheapReply): readonly EmailForward[] {
  return reply
    .result('DomainDNSGetEmailForwardingResult')
    .children('Forward')
    .map((forward, index) => toForward(forward, `Forward[${index}]`, reply));
}

/** One that is not understood refuses the whole list: whoever adds to it and writes it back would lose that one. */
function toForward(forward: XmlElement, path: string, reply: NamecheapReply): EmailForward {
  const mailbox = forward.attribute('mailbox')?.trim() ?? '';
  const forwardTo = forward.text;
  if (mailbox === '' || forwardTo === '')
    throw reply.unexpected(`${path} lacks its mailbox or its target`);
  return { mailbox, forwardTo };
}
