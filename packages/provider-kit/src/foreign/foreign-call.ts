import type { CallContext, Environment } from '@registrar-kit/core';

/** The call of another program, for readers of replies that want one. Nothing can be sent with it. */
export function foreignCall(
  provider: string,
  environment: Environment | undefined,
  retry: CallContext['retry'],
): CallContext {
  return {
    origin: {
      provider,
      operation: 'explainFailure',
      ...(environment === undefined ? {} : { environment }),
    },
    signal: new AbortController().signal,
    lane: 'interactive',
    retry,
    emit: () => undefined,
  };
}
