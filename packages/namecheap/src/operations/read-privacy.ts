import type { XmlElement } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapReply } from '../reply/namecheap-reply.js';

const schema = z.object({ Enabled: z.string() });

/** `NotAlloted`: no subscription is linked to the domain. */
const words: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['notalloted', false],
]);

/** Whether the contacts are hidden, from the `Whoisguard` element of domains.getInfo; `undefined` where it does not say. */
export function readPrivacy(
  element: XmlElement | undefined,
  reply: NamecheapReply,
): boolean | undefined {
  const { Enabled: word } = reply.optional(element, schema);
  if (word === undefined || word === '') return undefined;
  const privacy = words.get(word.toLowerCase());
  if (privacy === undefined)
    reply.drift('Whoisguard.Enabled', 'is a word that is not documented', word);
  return privacy;
}
