import fc from 'fast-check';
import { operationNames, type OperationName } from '@registrar-kit/core';
import { providerIds, type ProviderId } from '../shop.js';
import { entranceNames, type EntranceName } from './entrances.js';
import { hostileInputs } from './hostile-inputs.js';
import type { Spoiling } from './spoil.js';

/** A call with a spoilt input or spoilt options, or another way in. */
export interface InputCase {
  readonly provider: ProviderId;
  readonly target: OperationName | EntranceName;
  readonly spoils: 'input' | 'options';
  readonly spoiling: Spoiling;
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
  maxDepth: 3,
});
const odd = '. - _ a 0 @ : / + x n " \\ \u00e9 \u200d \u3002 \uff0e \ud800'.split(' ').concat(' ');
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom(...odd),
    maxLength: 300,
  }),
  fc.domain(),
  fc.emailAddress(),
  fc.ipV6(),
  fc.webUrl(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.double().map(String),
  fc.stringMatching(/^-?\d{1,17}(\.\d{1,9})?$/),
);
const value = fc.oneof(
  fc.constantFrom(...Object.keys(hostileInputs)).map((name) => ({ name })),
  text.map((each) => ({ value: each })),
  fc.oneof(fc.double(), fc.integer()).map((each) => ({ value: each })),
  anything.map((each) => ({ value: each })),
);

export const inputCases: fc.Arbitrary<InputCase> = fc.record({
  provider: fc.constantFrom(...providerIds),
  target: fc.oneof(
    { arbitrary: fc.constantFrom<InputCase['target'][]>(...operationNames), weight: 5 },
    { arbitrary: fc.constantFrom<InputCase['target'][]>(...entranceNames), weight: 1 },
  ),
  spoils: fc.oneof(
    { arbitrary: fc.constant('input' as const), weight: 5 },
    { arbitrary: fc.constant('options' as const), weight: 1 },
  ),
  spoiling: fc.record(
    { with: value, place: fc.nat({ max: 60 }), stray: fc.nat({ max: 20 }) },
    { requiredKeys: ['with', 'place'] },
  ),
});
