import type { ForeignFailure } from '@registrar-kit/core';

/** A request of another program and the answer to it, as somebody pasted them. It may hold secrets: explain it, never print it. */
export interface Exchange {
  readonly failure: ForeignFailure;
  /** Its place in a HAR file, counted from 1. */
  readonly entry?: number;
}

/** Header fields by their names in lower case, each with all its values. */
export type HeaderFields = Readonly<Record<string, readonly string[]>>;
