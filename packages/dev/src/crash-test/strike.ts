import type { PanelStep } from './panel/panel-line.js';
import type { Dice } from './dice.js';

/** When a panel is killed. */
export type StrikeMoment =
  /** While the program loads. */
  | 'starting'
  | PanelStep
  /** As an order reaches the registrar. */
  | 'arrived'
  /** After it was executed, while the answer is held. */
  | 'held'
  /** As its answer goes out. */
  | 'answered';

/** One planned kill. */
export interface Strike {
  readonly moment: StrikeMoment;
  /** How many such moments pass before. */
  readonly passes: number;
  readonly afterMs: number;
  /** For `arrived`: whether the registrar carries the order out. */
  readonly carriedOut: boolean;
}

/** In words, what a kill at a moment interrupts. */
export const interrupted: Readonly<Record<StrikeMoment, string>> = {
  starting: 'starting',
  asked: 'guards, before begin',
  begin: 'begin',
  begun: 'begun, not sent',
  arrived: 'sent, not answered',
  held: 'executed, answer held',
  answered: 'answer on its way',
  settle: 'settle',
  settled: 'after settle',
};

/** Milliseconds until the kill strikes, chosen so that it strikes all over the stretch that begins with the moment. */
const latest: Readonly<Record<StrikeMoment, number>> = {
  starting: 250,
  asked: 60,
  begin: 3,
  begun: 6,
  arrived: 0,
  held: 0,
  answered: 4,
  settle: 3,
  settled: 15,
};

const moments: readonly StrikeMoment[] = [
  'starting',
  ...(['asked', 'begin', 'begun'] as const),
  ...(['arrived', 'arrived', 'held', 'held', 'answered', 'answered'] as const),
  ...(['settle', 'settled'] as const),
];

export function planStrike(dice: Dice): Strike {
  const moment = dice.pick(moments);
  return {
    moment,
    passes: dice.pick([0, 0, 0, 1]),
    afterMs: dice.between(0, latest[moment]),
    carriedOut: dice.chance(0.6),
  };
}
