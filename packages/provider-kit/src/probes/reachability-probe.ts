import { isRegistrarError, systemClock, type RegistrarProbe } from '@registrar-kit/core';
import { plainRequest } from './plain-request.js';
import type { ProbeAccess } from './probe-access.js';

/** Whether the registrar's host can be reached, through the configured proxy and over verified TLS. Sends no credentials. */
export function reachabilityProbe<Settings extends object>(
  access: ProbeAccess<Settings>,
): RegistrarProbe {
  return {
    id: 'reachability',
    title: 'Reachability and TLS',
    needs: ['configuration'],
    run: async (context) => {
      const endpoint = access.endpoint(access.parseConfig(context.config));
      const { url, proxy } = endpoint;
      const way = proxy === undefined ? '' : ` through the proxy ${new URL(proxy).host}`;
      const checked = `a connection to ${url.host}${way}, without credentials`;
      const clock = context.runtime.clock ?? systemClock;
      try {
        const { reply, durationMs } = await plainRequest(endpoint, context);
        const latencyMs = Math.round(durationMs);
        const date = Date.parse(reply.headers['date'] ?? '');
        // The answer was made about half-way between question and arrival.
        const clockAheadMs = Math.round(clock.now() - durationMs / 2 - date);
        return {
          outcome: 'passed',
          checked,
          shows: [
            `it answers after ${String(latencyMs)} ms`,
            url.protocol === 'https:'
              ? 'its certificate is trusted'
              : 'the connection is not encrypted, as is permitted on this machine only',
          ],
          facts: {
            latencyMs,
            httpStatus: reply.status,
            ...(Number.isNaN(date) ? {} : { clockAheadMs }),
          },
        };
      } catch (error) {
        if (!isRegistrarError(error)) throw error;
        return {
          outcome: 'failed',
          checked,
          shows: ['no answer came'],
          error,
        };
      }
    },
  };
}
