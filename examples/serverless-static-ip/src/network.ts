import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  demoAccounts,
  serveSimulator,
  type RegistrarSimulator,
  type RegistryWorld,
} from '@registrar-kit/testing';

/** What stands in the internet, as it is seen by whoever comes from one address. */
interface Place {
  /** The host and port of the registrar. */
  readonly registrar: string;
  /** A service that answers with the address it is asked from. */
  readonly echo: string;
}

/** A little internet on this machine, where everybody would have the same address: there is a way in for each. */
export interface Network {
  /** The way of the function itself, whose address the platform changes as it likes. */
  readonly ownWay: Place & { readonly config: Record<string, unknown> };
  /** The way of the proxy, which has one address for good. */
  readonly proxyWay: Place;
  /** The platform moves the function to another machine. */
  moveTo(address: string): void;
  close(): Promise<void>;
}

export async function buildNetwork(
  world: RegistryWorld,
  addresses: { readonly function: string; readonly proxy: string },
): Promise<Network> {
  let current = addresses.function;
  const simulator = createNamecheapSimulator({
    world,
    account: demoAccounts.addressBound.id,
    sourceAddress: 'connection',
  });
  const own = await buildWay(simulator, () => current);
  const proxy = await buildWay(simulator, () => addresses.proxy);
  return {
    ownWay: own,
    proxyWay: proxy,
    moveTo: (address) => {
      current = address;
    },
    close: async () => {
      await Promise.all([own.close(), proxy.close()]);
    },
  };
}

async function buildWay(simulator: RegistrarSimulator, addressNow: () => string) {
  const { provider, hosts, basePath, world } = simulator;
  const served = await serveSimulator({
    provider,
    hosts,
    basePath,
    world,
    config: (baseUrl) => simulator.config(baseUrl),
    handle: (request) => simulator.handle({ ...request, remoteAddress: addressNow() }),
  });
  const echo = createServer((_, response) => response.end(addressNow()));
  await once(echo.listen(0, '127.0.0.1'), 'listening');
  const { port } = echo.address() as AddressInfo;
  return {
    config: served.config,
    registrar: `127.0.0.1:${String(served.port)}`,
    echo: `127.0.0.1:${String(port)}`,
    close: async (): Promise<void> => {
      await served.close();
      echo.close();
      echo.closeAllConnections();
    },
  };
}
