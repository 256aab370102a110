import dns from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import type { TestServer } from './http-server.js';

/** A name for this machine that has an address of each family, as most vendors' names have. */
export const dualStackName = 'both.example.com';

type LookupDone = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** Lets the system know {@link dualStackName}, IPv6 first; other names are looked up as ever. */
export function answerForDualStackName(): void {
  const original = dns.lookup;
  const both: LookupAddress[] = [
    { address: '::1', family: 6 },
    { address: '127.0.0.1', family: 4 },
  ];
  jest.spyOn(dns, 'lookup').mockImplementation((name: string, ...rest: unknown[]) => {
    if (name !== dualStackName) {
      Reflect.apply(original, dns, [name, ...rest]);
      return;
    }
    const [{ family, all }, done] = rest as [LookupOptions, LookupDone];
    const found = both.filter((each) => !family || each.family === family);
    const [first] = found;
    setImmediate(() => {
      if (all === true) done(null, found);
      else done(null, first?.address ?? '', first?.family ?? 0);
    });
  });
}

/** A server on one port of both loopback addresses; it answers with the family over which it was reached. */
export async function dualStackServer(): Promise<Pick<TestServer, 'port' | 'close'>> {
  const server = http.createServer(({ socket }, response) => {
    response.end(socket.remoteAddress?.replace(/^::ffff:/, ''));
  });
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '::' }, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
