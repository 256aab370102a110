import { expect, it } from '@jest/globals';
import { isRegistrarError, type RemedyBook } from '@registrar-kit/core';
import { parseConfig, secretText } from '@registrar-kit/provider-kit';
import * as z from 'zod';

it("says the provider's own steps for what it finds", () => {
  const remedies: RemedyBook = {
    invisible_character: { actor: 'developer', steps: ['Open Keys > Copy.'], link: null },
  };
  const schema = z.strictObject({ environment: z.string(), apiKey: secretText({ found: 'Keys' }) });
  let caught: unknown;
  try {
    const input = { environment: 'test', apiKey: 'CANARY\u200bCANARY' };
    parseConfig('example', schema, input, { remedies: () => remedies });
  } catch (error) {
    caught = error;
  }
  if (!isRegistrarError(caught, 'CONFIGURATION_INVALID')) throw new Error('it should be refused');
  expect(caught.diagnosis[0].cause).toBe('invisible_character');
  expect(caught.diagnosis[0].remedy.steps).toEqual(['Open Keys > Copy.']);
});
