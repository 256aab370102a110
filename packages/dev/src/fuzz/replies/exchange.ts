import type { SimulatorResponse } from '@registrar-kit/testing';
import type { ProviderId, Shop } from '../shop.js';
import type { WireRequest } from '../wire/memory-socket.js';
import { noReply, type WireReply } from '../wire/wire-reply.js';

/** One request and what was sent for it. */
export interface Exchange {
  readonly request: WireRequest;
  /** The vendor's command or path. */
  readonly target: string;
  /** Whether it may change something. */
  readonly writes: boolean;
  readonly reply: WireReply;
  readonly tampered: boolean;
}

/** What the simulator says, as a server sends it. */
export async function askSimulator(
  { simulator, world }: Shop,
  request: WireRequest,
): Promise<WireReply> {
  const answer = await simulator.handle({ ...request, remoteAddress: '127.0.0.1' });
  world.runDueCommits();
  return toReply(answer);
}

function toReply(answer: SimulatorResponse): WireReply {
  if (answer.kind !== 'reply') return noReply;
  return {
    status: answer.status,
    headers: Object.entries(answer.headers),
    body: Buffer.from(answer.body),
    framing: { kind: 'length' },
  };
}

/** The vendor's own name of what is asked, without its parameters. */
export function targetOf(provider: ProviderId, { method, path, body }: WireRequest): string {
  return provider === 'namecheap'
    ? (new URLSearchParams(body).get('Command') ?? '').replace(/^namecheap\./, '')
    : `${method} ${path.replace(/\?.*$/, '').replace(/^\/api(?:-bulk)?\/v1\//, '')}`;
}

const readingCommands = /\.(?:get\w*|check)$/i;
const readingPosts = /domains\/(?:bulk-search|search|transfers\/(?:check|query)|renew\/check)$/;

/** Told by the names alone, apart from what the adapters think of them. */
export function isWriting(provider: ProviderId, target: string): boolean {
  if (provider === 'namecheap') return !readingCommands.test(target);
  return !target.startsWith('GET ') && !readingPosts.test(target);
}
