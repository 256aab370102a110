import fc from 'fast-check';
import { mutationNames, sizeMutationNames, type Mutation } from '../mutations/mutations.js';

/** One case as plain data. */
export interface ReplyCase {
  readonly take: string;
  /** Which reply of the take is spoilt; counted round. */
  readonly exchange: number;
  /** This one alone, or all that follow as well. */
  readonly spoils: 'one' | 'rest';
  /** Whether the vendor carries out what it answers so, or only says what it would have said. */
  readonly carriesOut: boolean;
  readonly mutations: readonly Mutation[];
}

const number = fc.nat();
const mutation = (names: readonly string[]): fc.Arbitrary<Mutation> =>
  fc.record({ name: fc.constantFrom(...names), a: number, b: number, c: number });

/** Cases over these takes; `greatIn` of a thousand mutations make a body great. */
export function replyCases(takes: readonly string[], greatIn = 2): fc.Arbitrary<ReplyCase> {
  const anyMutation = fc.oneof(
    { arbitrary: mutation(mutationNames), weight: 1000 - greatIn },
    { arbitrary: mutation(sizeMutationNames), weight: greatIn },
  );
  return fc.record({
    take: fc.constantFrom(...takes),
    exchange: fc.nat({ max: 11 }),
    spoils: fc.constantFrom('one', 'rest'),
    carriesOut: fc.boolean(),
    mutations: fc.array(anyMutation, { minLength: 1, maxLength: 4, size: 'max' }),
  });
}
