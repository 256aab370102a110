import { pricedOperations, type OperationName, type PricedOperation } from '@registrar-kit/core';
import { faultNames, type FaultName, type WorldFault } from '@registrar-kit/testing';
import { Dice } from './dice.js';
import { planOrder, type OrderPlan } from './orders.js';
import { planStrike, type Strike } from './strike.js';

/** Some orders, and the lives of the panel that places them, each but the last ended by a kill. */
export interface EpisodePlan {
  readonly orders: readonly PlannedOrder[];
  readonly lives: readonly LifePlan[];
  /** For what chance decides while it goes on. */
  readonly seed: number;
}

export interface PlannedOrder extends OrderPlan {
  readonly key: string;
  /** Whether the customer is told so when the order was refused, and it is never placed again. */
  readonly givesUp: boolean;
}

/** One life of a panel. */
export interface LifePlan {
  /** In which the orders are taken up. */
  readonly turns: readonly number[];
  /** What strikes each order, by its number. */
  readonly weather: readonly OrderWeather[];
  readonly strike: Strike;
  readonly hands: number;
  readonly timeoutMs: number;
  /** How much further the panel's clock is than in the life before. */
  readonly clockAheadMs: number;
  /** Whether orders that are unknown are reconciled first. */
  readonly reconciles: boolean;
  /** Whether orders that are done are asked for once more. */
  readonly repeatsAll: boolean;
}

interface OrderWeather {
  readonly faults: readonly WorldFault[];
  /** The registrar loses the answer and carries the order out so much later. */
  readonly lateMs?: number;
}

/** How the answer to an order gets lost, before it is executed or after, or is no answer. */
const losses: readonly FaultName[] = [
  ...(['answer-lost-before-commit', 'answer-lost-after-commit'] as const),
  ...(['commit-after-reconcile-read', 'commit-after-reconcile-read'] as const),
  ...(['truncated-answer', 'empty-answer', 'slow-answer', 'server-error', 'rate-limited'] as const),
];

const beside: readonly OperationName[] = [
  ...(['getDomain', 'quote', 'getPrices', 'getTransfer'] as const),
  ...(['setPrivacy', 'setLock', 'getPrivacy', 'getLock'] as const),
];

/** What an episode is about. */
export interface EpisodeTopic {
  readonly name: string;
  readonly seed: number;
  /** `YYYY-MM-DD`, from which the dates of the domains are counted. */
  readonly today: string;
  /** What is ordered. @defaultValue one of each */
  readonly kinds?: readonly PricedOperation[];
  /** How often the registrar carries an order out long after its answer was lost. @defaultValue 0.15 */
  readonly lateShare?: number;
}

/** The plan of an episode. The same topic gives the same plan, whatever becomes of it. */
export function planEpisode(topic: EpisodeTopic): EpisodePlan {
  const { name, seed, today, kinds = pricedOperations, lateShare = 0.15 } = topic;
  const dice = new Dice(seed);
  const orders = kinds.map((kind, index): PlannedOrder => ({
    ...planOrder(kind, `${name}-${String(index + 1)}`, today, dice),
    key: `${name}-${String(index + 1)}`,
    givesUp: dice.chance(0.5),
  }));
  const lives = Array.from({ length: dice.between(3, 5) }, () => planLife(orders, lateShare, dice));
  return { orders, lives, seed: dice.between(0, 1_000_000) };
}

function planLife(orders: readonly PlannedOrder[], lateShare: number, dice: Dice): LifePlan {
  return {
    turns: dice.shuffle(orders.map((_order, index) => index)),
    weather: orders.map((planned) => planWeather(planned, lateShare, dice)),
    strike: planStrike(dice),
    hands: dice.between(1, orders.length),
    timeoutMs: dice.pick([1500, 4000]),
    clockAheadMs: dice.pick([0, 0, 0, 20 * 60_000]),
    reconciles: dice.chance(0.5),
    repeatsAll: dice.chance(0.2),
  };
}

function planWeather(
  { order: { kind, input } }: PlannedOrder,
  lateShare: number,
  dice: Dice,
): OrderWeather {
  const { domain } = input;
  const strikes = (operation: OperationName, fault: FaultName): WorldFault => ({
    fault,
    operation,
    domain,
    delayMs: dice.pick([5, 50, 300, 2000]),
  });
  const faults: WorldFault[] = [];
  if (dice.chance(0.5)) faults.push(strikes(kind, dice.pick(losses)));
  else if (dice.chance(0.2)) faults.push(strikes(kind, dice.pick(faultNames)));
  if (dice.chance(0.25)) faults.push(strikes(dice.pick(beside), dice.pick(faultNames)));
  return {
    faults,
    ...(dice.chance(lateShare) ? { lateMs: dice.pick([5, 50, 200, 600]) } : {}),
  };
}
