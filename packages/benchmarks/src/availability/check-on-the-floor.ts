import http from 'node:http';
import { text } from 'node:stream/consumers';
import { inTens } from './in-tens.js';
import type { Check } from './measure-checks.js';

const agent = new http.Agent({ keepAlive: true });

/** The floor: Node's own client over a kept connection, and one fixed pattern over the text. */
export function checkNamecheapOnTheFloor(url: string): Check {
  return async (domains) => {
    const form = `ApiUser=benchmark&ApiKey=0123456789abcdef0123456789abcdef&UserName=benchmark&ClientIp=192.0.2.1&Command=namecheap.domains.check&DomainList=${domains.join('%2C')}`;
    const type = 'application/x-www-form-urlencoded';
    const body = await post(`${url}/xml.response`, type, form);
    const rows = body.matchAll(/<DomainCheckResult Domain="([^"]+)" Available="(true|false)"/g);
    return new Map([...rows].map(([, domain = '', word]) => [domain, word === 'true']));
  };
}

export function checkDomainNameApiOnTheFloor(url: string): Check {
  return inTens(async (domains) => {
    const asked = JSON.stringify(domains.map((domainName) => ({ domainName, currency: 'USD' })));
    const body = await post(`${url}/api/v1/domains/bulk-search`, 'application/json', asked);
    const { infos } = JSON.parse(body) as {
      readonly infos: readonly { readonly domainName: string; readonly status: string }[];
    };
    return new Map(infos.map(({ domainName, status }) => [domainName, status === 'AVAILABLE']));
  });
}

async function post(url: string, type: string, body: string): Promise<string> {
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const headers = { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) };
    http.request(url, { method: 'POST', agent, headers }, resolve).once('error', reject).end(body);
  });
  return text(response);
}
