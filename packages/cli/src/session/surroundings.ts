import type { CallOptions, Registrar } from '@registrar-kit/core';
import { pointsAtThisMachine } from '../config/points-at-this-machine.js';
import { loadJournalEngine, type JournalEngine } from '../journal/load-journal-engine.js';

/** What a session takes from outside that is no part of the process. Nobody can choose it on the command line. */
export interface Surroundings {
  readonly loadJournalEngine: () => Promise<JournalEngine>;
  /** Whether a simulator answers where a configuration leads. */
  readonly isSimulator: (
    config: Readonly<Record<string, unknown>>,
    registrar: Registrar,
    options: CallOptions,
  ) => Promise<boolean>;
}

export const realSurroundings: Surroundings = {
  loadJournalEngine,
  isSimulator: async (config, registrar, options) => {
    // Only on this machine is the word of an answer enough for money that is not real.
    if (!pointsAtThisMachine(config)) return false;
    await registrar.verifyAccess(options);
    return registrar.simulated;
  },
};
