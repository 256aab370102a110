import {
  asRead,
  asWrite,
  isRegistrarError,
  parseDomainName,
  systemClock,
  type AnyRegistrarError,
  type CallContext,
  type Clock,
  type DomainName,
  type ErrorOperation,
  type RegistrarEventBody,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import { NamecheapClient } from '../../src/namecheap-client.js';
import { parseNamecheapConfig, type NamecheapConfig } from '../../src/namecheap-config.js';
import { NamecheapDriver } from '../../src/namecheap-driver.js';
import { canaryKey } from './canaries.js';

export const testConfig: NamecheapConfig = {
  provider: 'namecheap',
  environment: 'test',
  apiUser: 'paneluser',
  apiKey: canaryKey,
  clientIp: '203.0.113.7',
  quota: { api: { windows: [] } },
};

/** The parameters that every request carries, for assertions on the whole request. */
export function globals(command: string): Readonly<Record<string, string>> {
  return {
    ApiUser: 'paneluser',
    ApiKey: canaryKey,
    UserName: 'paneluser',
    Command: command,
    ClientIp: '203.0.113.7',
  };
}

export interface TestDriver {
  readonly driver: NamecheapDriver;
  readonly client: NamecheapClient;
  readonly events: readonly RegistrarEventBody[];
  readonly read: (operation: ErrorOperation, domain?: string) => CallContext;
  readonly write: (operation: ErrorOperation, domain?: string) => CallContext;
}

/** A clock on which waiting takes no time, and time passes all the same. */
export function skippingClock(): Clock {
  let skipped = 0;
  return {
    now: () => Date.now() + skipped,
    elapsed: () => systemClock.elapsed() + skipped,
    delay: (ms) => {
      skipped += ms;
      return Promise.resolve();
    },
  };
}

/** A driver over the real HTTP client that waits for nothing between attempts. */
export function createTestDriver(
  config: Partial<NamecheapConfig> = {},
  runtime: RegistrarRuntime = {},
): TestDriver {
  const events: RegistrarEventBody[] = [];
  const client = new NamecheapClient(parseNamecheapConfig({ ...testConfig, ...config }), {
    clock: skippingClock(),
    random: () => 0,
    ...runtime,
  });
  const read = (operation: ErrorOperation, domain?: string): CallContext => ({
    origin: {
      provider: 'namecheap',
      environment: 'test',
      operation,
      ...(domain === undefined ? {} : { domain }),
    },
    signal: new AbortController().signal,
    lane: 'interactive',
    retry: 'read',
    emit: (event) => events.push(event),
  });
  return {
    driver: new NamecheapDriver(client),
    client,
    events,
    read: (operation, domain) => asRead(read(operation, domain)),
    write: (operation, domain) => asWrite(read(operation, domain)),
  };
}

export function name(domain: string): DomainName {
  return parseDomainName(domain);
}

/** The error that a call ends with; fails when it does not fail, or with an error of somebody else. */
export async function errorOf(call: Promise<unknown>): Promise<AnyRegistrarError> {
  const outcome: unknown = await call.then(
    (value: unknown) => ({ resolved: value }),
    (error: unknown) => error,
  );
  if (isRegistrarError(outcome)) return outcome;
  throw new Error(`expected an error of the library, got ${JSON.stringify(outcome)}`);
}

/** The drift that was reported, as `path: note`. */
export function driftOf(events: readonly RegistrarEventBody[]): readonly string[] {
  return events.flatMap((event) =>
    event.type === 'drift' ? [`${event.path}: ${event.note}`] : [],
  );
}
