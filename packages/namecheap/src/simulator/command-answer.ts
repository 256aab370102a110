import type { XmlNode } from './xml-writer.js';

/** What a command answers: a result, or errors beside the skeleton that the vendor sends along. */
export interface CommandAnswer {
  readonly errors: readonly CommandError[];
  /** Children of `CommandResponse`. */
  readonly results: readonly XmlNode[];
}

export interface CommandError {
  readonly number: string;
  readonly text: string;
}

export function succeed(...results: readonly XmlNode[]): CommandAnswer {
  return { errors: [], results };
}

export function fail(number: string, text: string, ...skeleton: readonly XmlNode[]): CommandAnswer {
  return { errors: [{ number, text }], results: skeleton };
}
