import { request, type IncomingMessage } from 'node:http';
import type { ServedPriceList } from './price-list-stage.js';
import type { PriceListContents } from './synthetic-price-list.js';

/** The floor: the body as one text, of which nothing is read. */
export async function download({ url, contents }: ServedPriceList): Promise<PriceListContents> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method: 'POST' }, resolve).once('error', reject).end();
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  if (!body.trimEnd().endsWith('</ApiResponse>')) throw new Error('the download is not whole');
  return contents;
}
