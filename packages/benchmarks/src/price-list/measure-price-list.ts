import type { Figures } from '../benchmark.js';
import { measureRun } from '../measuring/measure-run.js';
import { medianOf } from '../measuring/spread.js';
import type { PriceListSetting, ServedPriceList } from './price-list-stage.js';
import type { PriceListContents } from './synthetic-price-list.js';

const REPEATED = 5;

/**
 * Reads the small list until everything is loaded and connected, and then the large one: once as in a program that has not
 * met one before, and then again for what it costs once the engine has compiled everything. Memory is that of the first time;
 * later the process has it already.
 */
export async function measurePriceList(
  { small, large }: PriceListSetting,
  read: (list: ServedPriceList) => Promise<PriceListContents>,
): Promise<Figures> {
  for (const list of [small, small]) check(await read(list), list);
  const job = async (): Promise<void> => check(await read(large), large);
  const first = await measureRun(job);
  const repeated = [];
  while (repeated.length < REPEATED) repeated.push(await measureRun(job));
  const ownStallMs = repeated.flatMap(({ longestOwnStallMs }) => longestOwnStallMs ?? []);
  return {
    firstDurationMs: first.durationMs,
    firstStallMs: first.longestStallMs,
    firstOwnStallMs: first.longestOwnStallMs,
    extraRssMb: first.extraRssMb,
    extraHeapMb: first.extraHeapMb,
    durationMs: medianOf(repeated.map(({ durationMs }) => durationMs)),
    stallMs: medianOf(repeated.map(({ longestStallMs }) => longestStallMs)),
    ownStallMs: ownStallMs.length === 0 ? undefined : medianOf(ownStallMs),
  };
}

function check(found: PriceListContents, { contents }: ServedPriceList): void {
  if (found.rows !== contents.rows || found.totalCents !== contents.totalCents)
    throw new Error(
      `the list holds ${contents.rows} prices of ${contents.totalCents} in all, and ${found.rows} of ${found.totalCents} were read`,
    );
}
