import { request as send, Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { QuotaWindow } from '@registrar-kit/core';
import { serve, type Served } from '../serving/serve.js';

/** What a vendor that counts saw of one run. */
export interface ArrivalReport {
  readonly count: number;
  /** From the first request to the last. */
  readonly spanMs: number;
  /** Requests that came when a window was full already. */
  readonly over: number;
}

/** A vendor that refuses nothing and judges what arrived, in windows that roll. */
export function serveCounting(): Promise<Served> {
  const runs = new Map<string, number[]>();
  return serve((request, response) => {
    const now = performance.now();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const run = searchParams.get('run') ?? '';
    const arrivals = runs.get(run) ?? [];
    if (pathname === '/report') {
      const windows = JSON.parse(searchParams.get('windows') ?? '[]') as readonly QuotaWindow[];
      response.end(JSON.stringify(reportOf(arrivals, windows)));
      return;
    }
    runs.set(run, arrivals);
    arrivals.push(now);
    setTimeout(() => response.end('ok'), Number(searchParams.get('latencyMs')));
  });
}

function reportOf(arrivals: readonly number[], windows: readonly QuotaWindow[]): ArrivalReport {
  const isOver = (at: number, index: number): boolean =>
    windows.some(({ limit, windowMs }) => at - (arrivals[index - limit] ?? -Infinity) < windowMs);
  return {
    count: arrivals.length,
    spanMs: (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0),
    over: arrivals.filter(isOver).length,
  };
}

const agent = new Agent({ keepAlive: true });

/**
 * Sends one request of a run, the same way for everybody.
 *
 * @param sent - called when it leaves: as soon as it has a connection that stands
 */
export function sendTo(
  url: string,
  run: string,
  latencyMs: number,
  sent?: () => void,
): Promise<string> {
  return get(`${url}/?run=${run}&latencyMs=${latencyMs}`, sent);
}

export async function readReport(
  url: string,
  run: string,
  windows: readonly QuotaWindow[],
): Promise<ArrivalReport> {
  // What was sent last has been answered, so it is here.
  await delay(0);
  const query = new URLSearchParams({ run, windows: JSON.stringify(windows) });
  return JSON.parse(await get(`${url}/report?${query.toString()}`)) as ArrivalReport;
}

function get(url: string, sent?: () => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = send(url, { agent }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.once('end', () => resolve(body));
      response.once('error', reject);
    });
    request.once('error', reject);
    if (sent !== undefined)
      request.once('socket', (socket) => {
        if (socket.connecting) socket.once('connect', sent);
        else sent();
      });
    request.end();
  });
}
