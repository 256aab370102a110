import { inspect } from 'node:util';
import { expect } from '@jest/globals';
import {
  isRegistrarError,
  volatileJournal,
  type AnyRegistrarError,
  type ErrorCode,
  type RegistrarEvent,
} from '@registrar-kit/core';
import { TemplateNamesRegistrar } from '../../src/index.js';
import { token } from './credentials.js';

/** A registrar at the vendor's test host, which nock stands for, and the events that it tells. */
export function openRegistrar(): {
  readonly registrar: TemplateNamesRegistrar;
  readonly events: readonly RegistrarEvent[];
} {
  const events: RegistrarEvent[] = [];
  const registrar = new TemplateNamesRegistrar(
    { environment: 'test', account: 'example-account', token, quota: { api: { windows: [] } } },
    { journal: volatileJournal(), random: () => 0, onEvent: (event) => events.push(event) },
  );
  return { registrar, events };
}

/** The error with which a call fails: of the code, and free of the token however it is printed. */
export async function expectFailure<Code extends ErrorCode>(
  call: Promise<unknown>,
  code: Code,
): Promise<Extract<AnyRegistrarError, { readonly code: Code }>> {
  const error: unknown = await call.then(
    (value) => {
      throw new Error(`it answered ${JSON.stringify(value)}`);
    },
    (thrown: unknown) => thrown,
  );
  for (const shown of [inspect(error, { depth: 12, showHidden: true }), JSON.stringify(error)])
    expect(shown).not.toContain('CANARY');
  if (isRegistrarError(error, code)) return error;
  throw error;
}
