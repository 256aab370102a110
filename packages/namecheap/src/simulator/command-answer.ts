import type { XmlNode } from './xml-writer.js';

/** What a command answers: a result, or errors beside the skeleton that the vendor sends along. */
export interface CommandAnswer {
  readonly errors: readonly CommandError[];
  /** Children of `CommandResponse`. */
  readonly results: readonly XmlNode[];
  /** Whether the results say nothing: zeros and empty texts. */
  readonly hollow: boolean;
}

export interface CommandError {
  readonly number: string;
  readonly text: string;
}

export function succeed(...results: readonly XmlNode[]): CommandAnswer {
  return { errors: [], results, hollow: false };
}

export function fail(number: string, text: string, ...skeleton: readonly XmlNode[]): CommandAnswer {
  return failWith([{ number, text }], ...skeleton);
}

/** The vendor can have several errors at once. */
export function failWith(
  errors: readonly CommandError[],
  ...skeleton: readonly XmlNode[]
): CommandAnswer {
  return { errors, results: skeleton, hollow: true };
}

/** An error about a part of what was asked; the rest is answered. */
export function failInPart(error: CommandError, ...results: readonly XmlNode[]): CommandAnswer {
  return { errors: [error], results, hollow: false };
}
