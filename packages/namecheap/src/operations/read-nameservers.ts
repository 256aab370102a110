import { readNameserver, type Nameserver } from '@registrar-kit/core';
import type { XmlElement } from '@registrar-kit/provider-kit';
import type { NamecheapReply } from '../reply/namecheap-reply.js';

/** The `Nameserver` children of an element; `undefined` where the vendor states none. */
export function readNameservers(
  element: XmlElement | undefined,
  reply: NamecheapReply,
): readonly Nameserver[] | undefined {
  const children = element?.children('Nameserver') ?? [];
  const nameservers = children.flatMap(({ text }, index) => {
    const nameserver = readNameserver(text);
    if (nameserver !== undefined) return [nameserver];
    reply.drift(`Nameserver[${index}]`, 'is not a host name', text);
    return [];
  });
  return nameservers.length === 0 ? undefined : nameservers;
}
