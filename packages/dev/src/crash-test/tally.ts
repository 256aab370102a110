import { violationKinds, type ViolationKind } from './judge.js';
import type { JudgedOrder } from './episode.js';

/** What happened at one engine and one vendor, or in all. */
export interface Tally {
  readonly kills: number;
  /** Orders that were placed. */
  readonly asked: number;
  /** How often they were asked for or reconciled in all. */
  readonly calls: number;
  /** Orders that the registrar carried out. */
  readonly executed: number;
  readonly charged: number;
  /** The last word on each order. */
  readonly done: number;
  readonly refused: number;
  readonly unknown: number;
  /** Orders of which it was told at some time that nobody knows. */
  readonly wasUnknown: number;
  /** Of those: settled by asking again or by reconciling, and settled by a person who looked. */
  readonly settledLater: number;
  readonly settledByPeople: number;
  /** Of these: how many a person found to have been carried out. */
  readonly foundByPeople: number;
  /** How many orders each thing happened to that must never happen. */
  readonly violations: Readonly<Record<ViolationKind, number>>;
}

export function tallyOf(kills: number, orders: readonly JudgedOrder[]): Tally {
  const count = (fits: (order: JudgedOrder) => boolean): number => orders.filter(fits).length;
  const sum = (of: (order: JudgedOrder) => number): number =>
    orders.reduce((total, order) => total + of(order), 0);
  return {
    kills,
    asked: orders.length,
    calls: sum(({ calls }) => calls),
    executed: count(({ charges }) => charges > 0),
    charged: sum(({ charges }) => charges),
    done: count(({ ending }) => ending === 'done'),
    refused: count(({ ending }) => ending === 'refused'),
    unknown: count(({ ending }) => ending === 'unknown'),
    wasUnknown: count((order) => order.wasUnknown),
    settledLater: count(
      ({ wasUnknown, witnessed, ending }) =>
        wasUnknown && witnessed === undefined && ending !== 'unknown',
    ),
    settledByPeople: count(
      ({ witnessed, ending }) => witnessed !== undefined && ending !== 'unknown',
    ),
    foundByPeople: count(({ witnessed }) => witnessed === 'executed'),
    violations: Object.fromEntries(
      violationKinds.map((kind) => [
        kind,
        count(({ violations }) => violations.some((violation) => violation.kind === kind)),
      ]),
    ) as Record<ViolationKind, number>,
  };
}
