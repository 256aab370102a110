import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { createDemoWorld, serveSimulator } from '@registrar-kit/testing';
import { accounts, callerAddress } from './situations.js';

/** Everything that the configurations can point at. */
export interface Served {
  /** By the name that stands behind `served:` in a configuration. */
  readonly urls: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** Serves both registrars in both environments, and a web page that is no registrar. */
export async function serveAll(): Promise<Served> {
  const world = createDemoWorld({ accounts });
  const closers: (() => Promise<void>)[] = [];
  const urls = new Map<string, string>();
  for (const environment of ['test', 'live'] as const) {
    for (const simulator of [
      createNamecheapSimulator({ world, environment }),
      createDomainNameApiSimulator({ world, environment }),
    ]) {
      const served = await serveSimulator(simulator, { remoteAddress: callerAddress });
      closers.push(() => served.close());
      urls.set(`${simulator.provider}-${environment}`, served.baseUrl);
    }
  }
  const page = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html' });
    answer.end('<!doctype html><title>Example</title><p>Nothing of a registrar is here.</p>');
  });
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
  urls.set('web-page', `http://127.0.0.1:${String((page.address() as AddressInfo).port)}`);
  closers.push(() => new Promise((resolve) => page.close(() => resolve())));
  return {
    urls,
    close: async () => {
      await Promise.all(closers.map((close) => close()));
    },
  };
}
