import type { Availability, CheckAvailabilityInput } from './check-availability.js';

/** The names to ask for, and where to go on. */
export interface StreamAvailabilityInput extends CheckAvailabilityInput {
  /**
   * The `resumeToken` of an earlier stream over the same list: goes on with the row after the last one that it gave.
   * @defaultValue the first row
   */
  readonly resumeFrom?: string;
}

/** How far a stream is. */
export interface StreamProgress {
  /** Rows given so far, those of the streams that it goes on from included. */
  readonly done: number;
  /** Rows in all: one for each name of the list. */
  readonly total: number;
  /** How many of `done` were given by the streams before; 0 where it began anew. */
  readonly resumedAt: number;
}

/**
 * Rows one after another, each given once: a second loop over the same stream goes on with the next row, whether the first one
 * was left or ended with an error, and gives nothing once all rows were given.
 */
export interface AvailabilityStream extends AsyncIterable<Availability> {
  /** How far it is at this moment; `total` is 0 where the input cannot be used. */
  readonly progress: StreamProgress;
  /**
   * Stands for the rows given so far, the one that is just being worked on included. A short text without names or secrets, safe
   * in JSON, in a file and in another process. Good at any moment, also after an error, an abort or a break; save it after the
   * row itself is safe.
   *
   * @throws {@link InvalidInputError} where the input cannot be used, the same as reading does.
   */
  readonly resumeToken: string;
}
