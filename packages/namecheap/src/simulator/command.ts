import type { OperationName } from '@registrar-kit/core';
import type { RegistryWorld } from '@registrar-kit/testing';
import type { Caller } from './authenticate.js';
import type { CommandAnswer } from './command-answer.js';
import type { CommandParameters } from './command-parameters.js';
import type { NamecheapQuirks } from './namecheap-quirks.js';

/** One command of the vendor over the world. */
export interface SimulatedCommand {
  /** In the vendor's spelling, with its prefix. */
  readonly name: string;
  /** The operations of the contract that it serves, for the fault plan. */
  readonly operations: readonly OperationName[];
  /** What it is about, for faults that strike one domain. */
  readonly domains: (parameters: CommandParameters, world: RegistryWorld) => readonly string[];
  /** Must not throw for what a caller sent. */
  readonly run: (request: CommandRequest) => CommandAnswer;
}

/** A command that was let in. */
export interface CommandRequest {
  readonly world: RegistryWorld;
  readonly caller: Caller;
  readonly parameters: CommandParameters;
  /** Whose row the fault `missing-row` leaves out: of a name, or the first; `undefined` for none. */
  readonly missing: { readonly domain: string | undefined } | undefined;
  /** What one ending that is not sold does to a check of several names. */
  readonly unsoldEnding: UnsoldEnding;
  readonly quirks: NamecheapQuirks;
}

/** Two public clients contradict each other about it. */
export type UnsoldEnding = 'others-answered' | 'others-lost';

/** The rows without the one that is to be missing. */
export function withoutMissing<Row>(
  rows: readonly Row[],
  { missing }: CommandRequest,
  nameOf: (row: Row) => string,
): readonly Row[] {
  if (missing === undefined) return rows;
  const [first] = rows;
  const name = missing.domain ?? (first === undefined ? undefined : nameOf(first));
  return rows.filter((row) => nameOf(row) !== name);
}

/** The same where the rows are parts of one domain and have no names of domains of their own. */
export function withoutMissingPart<Row>(
  rows: readonly Row[],
  { missing }: CommandRequest,
): readonly Row[] {
  return missing === undefined ? rows : rows.slice(1);
}

/** The domain of commands that want it whole. */
export function wholeName(parameters: CommandParameters): readonly string[] {
  const name = parameters.get('DomainName').toLowerCase();
  return name === '' ? [] : [name];
}

/** The domain of commands that want it in two parts. */
export function dividedName(parameters: CommandParameters): readonly string[] {
  const [label, ending] = [parameters.get('SLD'), parameters.get('TLD')];
  return label === '' || ending === '' ? [] : [`${label}.${ending}`.toLowerCase()];
}
