import { describe, expect, test } from '@jest/globals';
import { runEpisode } from './support/money-weather/episode.js';
import { shopNames } from './support/money-weather/shops.js';
import { tradeNames } from './support/money-weather/trades.js';

// Orders in bad weather: faults on any request, answers that say nothing after the order was executed, double clicks under the
// same and other keys, several registrars over one journal, calls ended at any moment, transfers that fail, are cancelled and
// started again between the clicks. The ledger of the world is the judge. The seeds are fixed, so that the faults are the same
// each time; which call is how far when one ends is up to the machine.

const episodes = 20;
/** They mostly wait, so some go side by side. */
const lanes = 4;

describe('money is spent once', () => {
  test.each(shopNames.flatMap((shop) => tradeNames.map((trade) => [trade, shop] as const)))(
    'for a %s at %s in any weather',
    async (trade, shop) => {
      const seeds = Array.from({ length: episodes }, (_, index) => index + 1);
      const complaints: string[] = [];
      const lane = async (): Promise<void> => {
        for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift())
          complaints.push(...(await runEpisode(shop, trade, seed)).complaints);
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      expect(complaints).toEqual([]);
    },
    120_000,
  );
});
