import type { WireRequest } from '../wire/memory-socket.js';
import type { WireReply } from '../wire/wire-reply.js';

/** Numbers that say where and how; each mutation makes of them what it needs, so that smaller ones are simpler. */
export interface Choice {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** What a mutation can draw on beside the reply. */
interface Surroundings {
  readonly request: WireRequest;
  /** Other replies of the same vendor: of other operations, refusals, samples. */
  readonly others: readonly WireReply[];
}

/** A change of a reply. Answers what it was given where it has nothing to get hold of. */
export type Mutate = (reply: WireReply, choice: Choice, surroundings: Surroundings) => WireReply;

export function pick<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

/** A body that was made great is not taken apart any more: that would need more memory than what is tried may have. */
const mostBytes = 512 * 1024;

export function isGreat({ body }: WireReply): boolean {
  return body.length > mostBytes;
}

/** A mutation of the body alone, as text. */
export function onText(change: (text: string, choice: Choice) => string): Mutate {
  return (reply, choice) =>
    isGreat(reply) ? reply : { ...reply, body: Buffer.from(change(reply.body.toString(), choice)) };
}

/** A mutation of the body alone, as bytes. */
export function onBytes(change: (body: Buffer, choice: Choice) => Buffer): Mutate {
  return (reply, choice) => ({ ...reply, body: change(reply.body, choice) });
}
