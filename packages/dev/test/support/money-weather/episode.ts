import {
  isRegistrarError,
  journalScopeOf,
  type JournalRow,
  type OperationHandle,
} from '@registrar-kit/core';
import { faultNames } from '@registrar-kit/testing';
import { Dice } from '../../../src/crash-test/dice.js';
import { OrderWatch } from './order-watch.js';
import { openShop, type Shop, type ShopName } from './shops.js';
import { canary, openTrade, type Trade, type TradeName } from './trades.js';

/** What one call was told. */
interface Verdict {
  readonly outcome: 'done' | 'applied' | 'refused' | 'unknown';
  /** What the ledger showed when the call ended. */
  readonly charges: number;
  readonly handle?: OperationHandle;
  readonly said: string;
}

/** What an episode came to. */
export interface EpisodeReport {
  readonly complaints: readonly string[];
  readonly calls: number;
  readonly charged: number;
  readonly done: number;
  readonly unknown: number;
  /** Unknown orders that reading settled once the weather was calm. */
  readonly settled: number;
  /** Orders that stay unknown: executed, and not. */
  readonly leftUnknown: readonly [executed: number, not: number];
}

/** Some minutes, after which a stale reading is no excuse any more, and the life of a derived key. */
const pausesInDays = [0, 0, 0, 0.01, 1.1];
const jumpsInDays = [0.001, -0.01];

/** Lets somebody order one thing at one shop, in rounds, in any weather, and looks afterwards what came of it. */
export async function runEpisode(
  shopName: ShopName,
  tradeName: TradeName,
  seed: number,
): Promise<EpisodeReport> {
  const dice = new Dice(seed);
  const shop = await openShop(shopName, dice);
  try {
    const trade = openTrade(tradeName, shop, dice, seed);
    const report = await play(shop, trade, dice);
    const where = `${shopName} ${tradeName} ${String(seed)}`;
    return { ...report, complaints: report.complaints.map((text) => `${where}: ${text}`) };
  } finally {
    await shop.close();
  }
}

async function play(shop: Shop, trade: Trade, dice: Dice): Promise<EpisodeReport> {
  const { world, clock, journal, registrars, events } = shop;
  const watch = new OrderWatch(world, trade.kinds, trade.domain, clock);
  const complaints: string[] = [];
  const verdicts: Verdict[] = [];
  const keys = new Set<string | undefined>();

  const click = async (idempotencyKey: string | undefined, calm = false): Promise<void> => {
    const signal =
      !calm && dice.chance(0.3) ? AbortSignal.timeout(dice.pick([1, 3, 6, 12])) : undefined;
    const options = {
      timeoutMs: calm ? 10_000 : 1500,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      ...(signal === undefined ? {} : { signal }),
    };
    verdicts.push(
      await trade.order(dice.pick(registrars), options).then(
        (result): Verdict => {
          return { outcome: 'done', charges: watch.charges, said: JSON.stringify(result) };
        },
        (error: unknown) => toVerdict(error, watch.charges),
      ),
    );
  };

  for (const clicks of [dice.pick([1, 1, 2, 3]), 1, dice.pick([1, 2])]) {
    for (let faults = dice.pick([0, 1, 2]); faults > 0; faults -= 1) {
      const operation = dice.pick([...trade.kinds, ...trade.kinds, ...trade.beside]);
      world.faults.add({ fault: dice.pick(faultNames), operation, delayMs: 10 });
    }
    // A clock that is put right while orders are under way makes those who send them look dead, or alive for long.
    const jump = dice.chance(0.2) ? dice.pick(jumpsInDays) : 0;
    const jumping = setTimeout(() => clock.jump(jump), dice.pick([2, 5, 10]));
    await Promise.all(
      Array.from({ length: clicks }, () => {
        const named = dice.pick([undefined, 'the order', `order ${dice.pick(['1', '2', '3'])}`]);
        keys.add(named);
        return click(named);
      }),
    );
    clearTimeout(jumping);
    clock.jump(dice.pick(pausesInDays));
    trade.goOn();
  }

  shop.calmDown();
  const rows = (): Promise<readonly JournalRow[]> =>
    journal.list(journalScopeOf(registrars[0].scope));
  const stillUnknown = async () =>
    (await rows()).filter(({ state }) => state.status !== 'done').length;
  const unknown = await stillUnknown();
  // The first reading may let a late order be executed, the second one must see it.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    for (const { operation } of await rows()) {
      const state = await registrars[1].reconcileOperation({ operation });
      const claims = state.status === 'done' || state.status === 'pending';
      if (claims && watch.charges === 0) complaints.push('a reading found what is not there');
    }
  }
  const left = await stillUnknown();
  for (const named of keys) await click(named, true);

  const { charges } = watch;
  const recorded = (await rows()).length;
  const claimed = (await rows()).filter(({ state }) => state.status === 'done').length;
  const outcomes = verdicts.map(({ outcome }) => outcome);
  if (watch.standing > 1) complaints.push(`charged ${String(watch.standing)} times`);
  if (watch.needless > 0)
    complaints.push(`sent ${String(watch.needless)} times beside an order that may stand`);
  if (claimed > charges)
    complaints.push(`${String(claimed)} orders are done, ${String(charges)} were executed`);
  if (charges > recorded)
    complaints.push(`${String(charges)} orders were executed, ${String(recorded)} are on record`);
  if (verdicts.some(({ outcome, ...found }) => told(outcome) && found.charges === 0))
    complaints.push('told as done and not charged');
  if (charges > 0 && outcomes.every((outcome) => outcome === 'refused'))
    complaints.push('refused and charged');
  const arrived = world.find(trade.domain)?.account === shop.account;
  for (const { outcome, said } of arrived ? verdicts.slice(-keys.size) : []) {
    if (outcome !== 'done') continue;
    if (!said.includes('"incomplete":[]')) complaints.push(`a wish stays open: ${said}`);
    else if (!trade.wished()) complaints.push('nothing is left open, and a wish is not true');
  }
  const everything = JSON.stringify([await rows(), events, verdicts.map(({ said }) => said)]);
  if (holdsSecret(everything)) complaints.push('an auth code or a contact got out');
  const executedAndLeft = Math.min(left, Math.max(0, charges - claimed));
  return {
    complaints,
    calls: verdicts.length,
    charged: charges,
    done: outcomes.filter((outcome) => outcome === 'done').length,
    unknown,
    settled: unknown - left,
    leftUnknown: [executedAndLeft, left - executedAndLeft],
  };
}

function told(outcome: Verdict['outcome']): boolean {
  return outcome === 'done' || outcome === 'applied';
}

function toVerdict(error: unknown, charges: number): Verdict {
  if (!isRegistrarError(error)) throw error;
  const outcomes = { none: 'refused', applied: 'applied', unknown: 'unknown' } as const;
  return {
    outcome: outcomes[error.effect],
    charges,
    said: `${error.message} ${JSON.stringify(error)} ${String(error.stack)}`,
    ...(error.code === 'OUTCOME_UNKNOWN' ? { handle: error.handle } : {}),
  };
}

/** In any case, and as vendors encode auth codes. */
function holdsSecret(text: string): boolean {
  const encoded = Buffer.from(canary).toString('base64').slice(0, 8);
  return text.toUpperCase().includes(canary) || text.includes(encoded);
}
