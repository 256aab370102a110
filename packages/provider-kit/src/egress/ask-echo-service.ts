import { isRegistrarError, type CallContext, type Clock } from '@registrar-kit/core';
import { proxyUrlFault } from '../config/proxy-url-text.js';
import { HttpClient } from '../http/http-client.js';
import { noQuota } from '../quota/no-quota.js';
import type { EgressAnswer } from './egress-reading.js';
import { echoServiceProblem, shownService } from './echo-service-url.js';
import { readEcho } from './read-echo.js';

/** How an echo service is asked. */
export interface EchoQuestion {
  /** http, https or socks5 URL of the proxy through which the registrar is reached. @defaultValue no proxy */
  readonly proxy?: string | undefined;
  /** Limit for each service; all are asked at the same time. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

/** An address has 15 characters; whoever sends more than this is not an echo service. */
const MAX_BYTES = 1024;

/** What one echo service says; never throws. */
export async function askEchoService(
  service: string,
  question: EchoQuestion,
): Promise<EgressAnswer> {
  const shown = shownService(service);
  const { proxy, timeoutMs, signal, clock } = question;
  const problem = echoServiceProblem(service) ?? proxyProblem(proxy);
  if (problem !== undefined)
    return { service: shown, error: problem, cause: 'configuration_invalid' };
  const url = new URL(service);
  const client = new HttpClient(
    { provider: 'egress', environment: 'live', baseUrl: url, proxy, ipv4Only: true, secrets: [] },
    noQuota,
    { clock },
  );
  const call: CallContext = {
    origin: { provider: 'egress', environment: 'live', operation: 'verifyAccess' },
    signal,
    lane: 'interactive',
    // A connection of its own: the question is asked once.
    retry: 'never',
    emit: () => undefined,
  };
  try {
    const reply = await client.exchange(
      {
        target: shown,
        method: 'GET',
        url,
        headers: { Accept: 'text/plain, application/json' },
        bucket: 'echo',
        maxBytes: MAX_BYTES,
        timeoutMs,
      },
      call,
    );
    if (reply.status !== 200)
      return {
        service: shown,
        error: `answered HTTP ${String(reply.status)}`,
        cause: 'unexpected_answer',
      };
    const echo = readEcho(reply.body);
    return 'address' in echo
      ? { service: shown, ...echo }
      : { service: shown, ...echo, cause: 'unexpected_answer' };
  } catch (error) {
    if (!isRegistrarError(error)) throw error;
    return { service: shown, error: detailOf(error.message), cause: error.diagnosis[0].cause };
  }
}

/** Checked here, since what Node throws for a faulty URL holds the URL, password included. */
function proxyProblem(proxy: string | undefined): string | undefined {
  const fault = proxy === undefined ? undefined : proxyUrlFault(proxy);
  return fault && `the proxy ${fault.problem}`;
}

/** The message without `provider: operation:`, which would name no registrar. */
function detailOf(message: string): string {
  return message.replace(/^[^:]+: [^:]+: /, '');
}
