import type { TextSink } from '../command-io.js';

/** How wide a terminal is; 80 where it does not say, or says 0 as some terminals without a window do. */
export function columnsOf({ columns = 0 }: TextSink): number {
  return columns > 0 ? columns : 80;
}
