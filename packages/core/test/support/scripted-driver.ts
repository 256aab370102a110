import {
  operationNames,
  type CallContext,
  type Capability,
  type CapabilityTable,
  type DriverOperations,
  type RegistrarDriver,
} from '@registrar-kit/core';

/** What a scripted method was called with. */
export interface ScriptedCall {
  readonly operation: string;
  readonly request: unknown;
  readonly retry: CallContext['retry'];
}

type Methods = Partial<DriverOperations>;

/** A driver that does what a test says, operation by operation, and supports just that. */
export function scriptedDriver(
  methods: Methods,
  limits: Partial<Record<keyof DriverOperations, object>> = {},
): RegistrarDriver & { readonly log: readonly ScriptedCall[] } {
  const log: ScriptedCall[] = [];
  const recorded = Object.fromEntries(
    Object.entries(methods).map(([operation, method]) => [
      operation,
      (...given: unknown[]) => {
        const call = given.at(-1) as CallContext;
        log.push({
          operation,
          request: given.length > 1 ? given[0] : undefined,
          retry: call.retry,
        });
        return (method as (...rest: unknown[]) => unknown)(...given);
      },
    ]),
  ) as Methods;
  const capabilities = Object.fromEntries(
    operationNames.map((operation): [string, Capability] => [
      operation,
      operation in methods || operation === 'getCapabilities'
        ? { support: 'supported', ...(limits as Record<string, object>)[operation] }
        : { support: 'unsupported', reason: 'not in the script' },
    ]),
  ) as unknown as CapabilityTable;
  return {
    contractVersion: 1,
    provider: 'test-registrar',
    environment: 'test',
    scope: { provider: 'test-registrar', host: 'api.example.com', account: 'account-1' },
    simulated: false,
    capabilities,
    ...recorded,
    log,
  };
}
