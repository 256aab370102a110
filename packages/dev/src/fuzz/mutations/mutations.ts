import { answerMutations } from './answer-mutations.js';
import { byteMutations } from './byte-mutations.js';
import { documentMutations } from './document-mutations.js';
import { encodingMutations } from './encoding-mutations.js';
import { httpMutations } from './http-mutations.js';
import type { Choice, Mutate } from './mutation.js';
import { sizeMutations } from './size-mutations.js';
import { treeMutations } from './tree-mutations.js';

const all: Readonly<Record<string, Mutate>> = {
  ...treeMutations,
  ...byteMutations,
  ...documentMutations,
  ...encodingMutations,
  ...httpMutations,
  ...answerMutations,
  ...sizeMutations,
};

/** A mutation as data, for a counterexample that can be read and played again. */
export interface Mutation extends Choice {
  readonly name: string;
}

/** Mutations of ordinary size, by name. What tells most is in front, since shrinking goes there. */
export const mutationNames: readonly string[] = Object.keys(all).filter(
  (name) => !(name in sizeMutations),
);
/** Mutations that make a body great. */
export const sizeMutationNames: readonly string[] = Object.keys(sizeMutations);

export function mutateOf(name: string): Mutate {
  const mutate = all[name];
  if (mutate === undefined) throw new Error(`there is no mutation "${name}"`);
  return mutate;
}
