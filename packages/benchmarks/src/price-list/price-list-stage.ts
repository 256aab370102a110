import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Stage } from '../benchmark.js';
import { syntheticPriceList, type PriceListContents } from './synthetic-price-list.js';

/** Two lists on a server: a small one to get going with, and the one that is measured. */
export interface PriceListSetting {
  readonly small: ServedPriceList;
  readonly large: ServedPriceList;
}

export interface ServedPriceList {
  readonly url: string;
  readonly contents: PriceListContents;
}

const SMALL_BYTES = 20 * 1024;

/** Serves the lists from the process of the command, so that the contenders do not pay for it. */
export async function preparePriceLists(largeBytes: number): Promise<Stage<PriceListSetting>> {
  const lists = {
    '/small': syntheticPriceList(SMALL_BYTES),
    '/large': syntheticPriceList(largeBytes),
  };
  const bodies = new Map(
    Object.entries(lists).map(([path, { body }]) => [path, Buffer.from(body)] as const),
  );
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const body = bodies.get(request.url ?? '');
      response.writeHead(body === undefined ? 404 : 200, {
        'Content-Type': 'text/xml; charset=utf-8',
        'Content-Length': body?.length ?? 0,
      });
      response.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const served = (path: keyof typeof lists): ServedPriceList => ({
    url: `http://127.0.0.1:${port}${path}`,
    contents: lists[path].contents,
  });
  return {
    setting: { small: served('/small'), large: served('/large') },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
