import type { CallContext, ProbeContext } from '@registrar-kit/core';
import { HttpClient } from '../http/http-client.js';
import type { VendorReply } from '../http/vendor-request.js';
import { noQuota } from '../quota/no-quota.js';
import type { ProbeEndpoint } from './probe-access.js';

/** An answer to a request without credentials. */
export interface PlainAnswer {
  readonly reply: VendorReply;
  readonly durationMs: number;
}

/**
 * Asks an interface for nothing, without credentials: whatever it answers proves that it can be reached. Counts against no
 * quota of the account, since nobody can tell whose request it is.
 *
 * @throws TransportError, TimeoutError, CancelledError, UnexpectedResponseError
 */
export async function plainRequest(
  { environment, url, proxy, ipv4Only = false }: ProbeEndpoint,
  { provider, runtime, signal, timeoutMs }: ProbeContext,
): Promise<PlainAnswer> {
  const http = new HttpClient(
    { provider, environment, baseUrl: url, secrets: [], proxy, ipv4Only, timeoutMs },
    noQuota,
    runtime,
  );
  const call: CallContext = {
    origin: { provider, environment, operation: 'diagnoseRegistrar' },
    signal,
    lane: 'interactive',
    retry: 'read',
    emit: () => undefined,
  };
  const begun = http.clock.elapsed();
  const reply = await http.exchange(
    { target: `GET ${url.pathname}`, method: 'GET', url, bucket: 'none', timeoutMs },
    call,
  );
  return { reply, durationMs: http.clock.elapsed() - begun };
}
