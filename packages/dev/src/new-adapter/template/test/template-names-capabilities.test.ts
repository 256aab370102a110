import { expect, it } from '@jest/globals';
import type { CapabilityTable } from '@registrar-kit/core';
import { templateNamesCapabilities } from '../src/index.js';

it('has decided on every operation', () => {
  const table: CapabilityTable = templateNamesCapabilities;
  const undecided = Object.entries(table).flatMap(([operation, capability]) =>
    capability.support === 'unsupported' && capability.reason === 'is not decided yet'
      ? [`${operation}: write it, or say in the capabilities why the vendor does not offer it`]
      : [],
  );
  expect(undecided).toEqual([]);
});
