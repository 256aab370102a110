import { closeSync, openSync, readSync } from 'node:fs';

/** How long the main thread of this process was ready to run while no processor was free for it. */
export interface ProcessorQueue {
  readonly waitedMs: () => number;
  readonly close: () => void;
}

/** `undefined` where the system keeps no such account (not Linux). */
export function openProcessorQueue(): ProcessorQueue | undefined {
  try {
    const file = openSync('/proc/self/schedstat', 'r');
    const buffer = Buffer.alloc(128);
    // Nanoseconds on a processor, nanoseconds waiting for one, number of turns.
    const waitedMs = (): number => {
      const length = readSync(file, buffer, 0, buffer.length, 0);
      return Number(buffer.toString('latin1', 0, length).split(' ')[1]) / 1e6;
    };
    if (Number.isNaN(waitedMs())) return undefined;
    return { waitedMs, close: () => closeSync(file) };
  } catch {
    return undefined;
  }
}
