import { expect } from '@jest/globals';
import { inspect } from 'node:util';
import {
  isRegistrarError,
  volatileJournal,
  type AnyRegistrarError,
  type ErrorCode,
  type RegistrarEvent,
} from '@registrar-kit/core';
import { DomainNameApiRegistrar, type DomainNameApiConfig } from '../../src/index.js';
import { resellerId, testKey } from './credentials.js';

export interface OpenRegistrar {
  readonly registrar: DomainNameApiRegistrar;
  readonly events: readonly RegistrarEvent[];
  /** The drift events, as `path: note`. */
  readonly drifts: () => readonly string[];
}

/** A registrar without waiting: no quota windows, and no time between tries. */
export function openRegistrar(config: Partial<DomainNameApiConfig> = {}): OpenRegistrar {
  const events: RegistrarEvent[] = [];
  const registrar = new DomainNameApiRegistrar(
    {
      environment: 'test',
      resellerId,
      ...(config.apiKeys === undefined ? { apiKey: testKey } : {}),
      quota: { api: { windows: [] } },
      ...config,
    },
    { journal: volatileJournal(), random: () => 0, onEvent: (event) => events.push(event) },
  );
  return {
    registrar,
    events,
    drifts: () =>
      events.flatMap((event) => {
        expectNoSecret(event);
        return event.type === 'drift' ? [`${event.path}: ${event.note}`] : [];
      }),
  };
}

/** The error with which a call fails; it must be one of ours, of the code, and free of secrets. */
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
  expectNoSecret(error);
  if (isRegistrarError(error, code)) {
    expect(error.diagnosis.length).toBeGreaterThan(0);
    return error;
  }
  throw new Error(`expected ${code}, got ${inspect(error)}`);
}

/** Whoever prints it in any way must not print a credential. */
function expectNoSecret(value: unknown): void {
  const shown = [
    inspect(value, { depth: 12, showHidden: true }),
    JSON.stringify(value),
    value instanceof Error ? `${value.message} ${value.stack ?? ''}` : '',
  ].join('\n');
  expect(shown).not.toContain('CANARY');
}
