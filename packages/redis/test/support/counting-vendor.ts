import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { QuotaBucket } from '@registrar-kit/core';

/** One request as the vendor saw it. */
export interface Arrival {
  /** A reading of this process' steady clock. */
  readonly at: number;
  readonly from: string;
  readonly lane: string;
}

/** A vendor on this machine that refuses nothing and notes when each request arrives. */
export class CountingVendor {
  readonly arrivals: Arrival[] = [];
  /** How long it takes to answer. */
  latencyMs = 0;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://vendor.example');
      this.arrivals.push({
        at: performance.now(),
        from: searchParams.get('from') ?? '',
        lane: searchParams.get('lane') ?? '',
      });
      setTimeout(() => response.end('ok'), this.latencyMs);
    });
  }

  static async open(): Promise<CountingVendor> {
    const vendor = new CountingVendor();
    vendor.#server.listen(0, '127.0.0.1');
    await once(vendor.#server, 'listening');
    return vendor;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** How many requests came when a window was full already, for each window. */
  over({ windows }: QuotaBucket): readonly number[] {
    return windows.map(
      ({ limit, windowMs }) =>
        this.arrivals.filter(({ at }, index) => {
          const first = this.arrivals[index - limit];
          return first !== undefined && at - first.at < windowMs;
        }).length,
    );
  }

  countOf(from: string): number {
    return this.arrivals.filter((arrival) => arrival.from === from).length;
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }
}
