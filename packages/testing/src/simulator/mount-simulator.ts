import { systemClock, type Clock } from '@registrar-kit/core';
import { answerOf } from './answer-of.js';
import { assertNoFailures } from './assert-no-failures.js';
import type { NockInterceptor, NockPort, NockReply } from './nock-port.js';
import type { RegistrarSimulator } from './registrar-simulator.js';
import type { SimulatorResponse } from './simulator-response.js';

/** How the mounted simulator is reached. */
export interface MountOptions {
  /** Where the vendor sees every request come from. @defaultValue '192.0.2.1' */
  readonly remoteAddress?: string;
  /** Delays wait by this clock. @defaultValue the machine's clock */
  readonly clock?: Clock;
}

/** A simulator behind the vendor's real host names. */
export interface MountedSimulator {
  /** On the vendor's first host. */
  readonly baseUrl: string;
  /** A configuration that works against it, credentials included. */
  readonly config: Record<string, unknown>;
  /** What the simulator threw, and what nock could not express. Empty in a sound test. */
  readonly failures: readonly unknown[];
  /** Takes it away again. @throws AggregateError when there were failures, since the test then proved something else */
  unmount(): void;
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Puts a simulator behind the vendor's real host names within this process, by nock 14, which is passed in.
 *
 * nock can express replies, delays, a lost connection and a truncated body. It cannot send a body in pieces over time: such a
 * request fails and stands in `failures`; use {@link serveSimulator} for it.
 */
export function mountSimulator(
  nock: NockPort,
  simulator: RegistrarSimulator,
  options: MountOptions = {},
): MountedSimulator {
  const { remoteAddress = '192.0.2.1', clock = systemClock } = options;
  const failures: unknown[] = [];
  const interceptors: NockInterceptor[] = [];
  for (const host of simulator.hosts) {
    const scope = nock(`https://${host}`).persist();
    for (const method of methods) {
      const interceptor = scope.intercept(/.*/, method);
      interceptors.push(interceptor);
      interceptor.reply(function (path, body, callback) {
        const headers = Object.fromEntries(
          Object.entries(this.req.headers).map(([name, value]) => [
            name.toLowerCase(),
            [value].flat().join(', '),
          ]),
        );
        const request = { method, path, headers, body: toText(body), remoteAddress };
        void answerOf(simulator, request, { onFailure: (error) => failures.push(error) })
          .then((answer) => toNockReply(answer, clock))
          .then(
            (reply) => callback(null, reply),
            (error: unknown) => {
              if (!isLostConnection(error)) failures.push(error);
              callback(error as NodeJS.ErrnoException, [500, '', {}]);
            },
          );
      });
    }
  }
  const baseUrl = `https://${simulator.hosts[0] ?? ''}${simulator.basePath}`;
  return {
    baseUrl,
    config: simulator.config(baseUrl),
    failures,
    unmount: () => {
      for (const interceptor of interceptors) nock.removeInterceptor(interceptor as never);
      assertNoFailures(simulator.provider, failures);
    },
  };
}

async function toNockReply(answer: SimulatorResponse, clock: Clock): Promise<NockReply> {
  switch (answer.kind) {
    case 'reply':
      if (answer.delayMs !== undefined && answer.delayMs > 0) await clock.delay(answer.delayMs);
      return [answer.status, answer.body, answer.headers];
    case 'drop':
      if (answer.delayMs !== undefined && answer.delayMs > 0) await clock.delay(answer.delayMs);
      throw Object.assign(new Error('socket hang up'), { code: lostConnection });
    case 'truncate': {
      const body = Buffer.from(answer.body, 'utf8');
      const announced = String(Math.max(body.length, answer.bytes + 1));
      const sent = body.subarray(0, answer.bytes).toString('utf8');
      return [answer.status, sent, { ...answer.headers, 'content-length': announced }];
    }
    case 'drip':
      throw new Error(
        'nock cannot send a body in pieces over time; use serveSimulator for this test',
      );
  }
}

const lostConnection = 'ECONNRESET';

function isLostConnection(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === lostConnection;
}

/** nock has parsed JSON bodies already. */
function toText(body: unknown): string {
  if (typeof body === 'string') return body;
  return body === undefined || body === null ? '' : JSON.stringify(body);
}
