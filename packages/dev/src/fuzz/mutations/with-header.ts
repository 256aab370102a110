import type { WireReply } from '../wire/wire-reply.js';

/** The reply with one header in the place of those of its name. */
export function withHeader(reply: WireReply, name: string, value: string): WireReply {
  const others = reply.headers.filter(([other]) => other.toLowerCase() !== name);
  return { ...reply, headers: [...others, [name, value]] };
}
