import type { CallContext } from '@registrar-kit/core';
import { largeReplyBytes, xmlBoolean, type XmlElement } from '@registrar-kit/provider-kit';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import type { RawCommand } from './raw-command.js';
import { toRawElement, type NamecheapRawElement } from './raw-element.js';

/** Sends a command as it is and answers its CommandResponse. */
export function sendRaw(
  client: NamecheapClient,
  raw: RawCommand,
  call: CallContext,
): Promise<NamecheapRawElement> {
  return client.send(
    raw.command,
    raw.parameters,
    (reply) => {
      if (raw.effect !== 'read') refuseDenied(reply);
      return toRawElement(reply.response, (text) => client.withoutKey(text));
    },
    call,
    // Nobody knows what the answer holds.
    { personal: raw.private, confidential: true, maxBytes: largeReplyBytes },
  );
}

/** By one of these a result says whether it was done; status OK beside a false one is a refusal all the same. */
const flags = ['Registered', 'Renew', 'Transfer', 'IsSuccess', 'Success', 'Updated', 'Resubmit'];

function refuseDenied(reply: NamecheapReply): void {
  const { response } = reply;
  for (const result of response.childNames.flatMap((name) => response.children(name))) {
    const flag = flags.find((name) => isFalse(result.attribute(name)));
    if (flag === undefined) continue;
    throw reply.refused(
      `Namecheap answered OK and ${result.name} with ${flag} false`,
      mayHaveCharged(result) ? 'unknown' : 'none',
    );
  }
}

function isFalse(text: string | undefined): boolean {
  const reading = xmlBoolean.safeParse(text?.trim());
  return reading.success && !reading.data;
}

/** An order that was paid, has a number as a transfer or waits for the registry is not a plain no. */
function mayHaveCharged(result: XmlElement): boolean {
  const later = xmlBoolean.safeParse(result.attribute('NonRealTimeDomain')?.trim());
  return (
    /[1-9]/.test(result.attribute('ChargedAmount') ?? '') ||
    /^[1-9]/.test(result.attribute('TransferID')?.trim() ?? '') ||
    (later.success && later.data)
  );
}
