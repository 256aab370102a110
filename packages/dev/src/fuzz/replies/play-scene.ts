import type { Scene } from '../scenes/scene.js';
import { openShop, type CreateRegistrar, type ProviderId, type Shop } from '../shop.js';
import type { WireRequest } from '../wire/memory-socket.js';
import type { MemoryWire } from '../wire/memory-wire.js';
import { noReply, type WireReply } from '../wire/wire-reply.js';
import { askSimulator, isWriting, targetOf, type Exchange } from './exchange.js';

/** What a tampering hand can use: `ask` lets the vendor carry the request out and answers what it says. */
interface Vendor {
  readonly shop: Shop;
  readonly ask: () => Promise<WireReply>;
}

/** Decides what is sent for a request; `undefined` for what the vendor says. */
export type Tamper = (
  question: {
    readonly request: WireRequest;
    readonly target: string;
    readonly writes: boolean;
    /** How many requests came before. */
    readonly index: number;
  },
  vendor: Vendor,
) => Promise<WireReply | undefined>;

/** What a call came to. */
export type Ending =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'thrown'; readonly thrown: unknown };

/** A scene that was played. */
export interface Played {
  readonly shop: Shop;
  readonly exchanges: readonly Exchange[];
  readonly ending: Ending;
}

/** Where scenes are played. */
export interface Stage {
  readonly wire: MemoryWire;
  /** @defaultValue the adapters */
  readonly create?: CreateRegistrar;
}

/** Plays a scene in a fresh shop; without `tamper` nobody touches the replies. */
export async function playScene(
  { wire, create }: Stage,
  provider: ProviderId,
  scene: Scene,
  tamper?: Tamper,
): Promise<Played> {
  const shop = openShop(provider, create);
  scene.arrange?.(shop);
  const exchanges: Exchange[] = [];
  /** Of the vendor's double or of the hand that tampers, not of what is tried. */
  const faults: unknown[] = [];
  let asked = 0;
  wire.serve(async (request) => {
    shop.clock.stir();
    const target = targetOf(provider, request);
    const writes = isWriting(provider, target);
    const ask = (): Promise<WireReply> => askSimulator(shop, request);
    const index = asked;
    asked += 1;
    let spoilt: WireReply | undefined;
    let reply: WireReply;
    try {
      spoilt = await tamper?.({ request, target, writes, index }, { shop, ask });
      reply = spoilt ?? (await ask());
    } catch (error) {
      faults.push(error);
      return noReply;
    }
    exchanges.push({ request, target, writes, reply, tampered: spoilt !== undefined });
    return reply;
  });
  const ending = await shop.clock.during(() =>
    scene.act(shop.registrar, shop).then(
      (value): Ending => ({ kind: 'value', value }),
      (thrown: unknown): Ending => ({ kind: 'thrown', thrown }),
    ),
  );
  if (faults.length > 0) throw new AggregateError(faults, `the scene failed: ${String(faults[0])}`);
  return { shop, exchanges, ending };
}
