import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { serve, type Served } from '../serving/serve.js';

/** Names with an even number can be registered, in both vendors' answers. */
export function isFree(domain: string): boolean {
  return /[02468]\.com$/.test(domain);
}

/** Answers checks as Namecheap does under any path, and as Domain Name API does under `/api`. */
export function serveAvailability(): Promise<Served> {
  return serve((request, response) => {
    void answer(request).then(
      ({ type, body }) => response.setHeader('Content-Type', type).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
}

async function answer(
  request: IncomingMessage,
): Promise<{ readonly type: string; readonly body: string }> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const body = await text(request);
  if (pathname.startsWith('/api')) {
    const asked = JSON.parse(body) as readonly { readonly domainName: string }[];
    return { type: 'application/json', body: jsonOf(asked.map(({ domainName }) => domainName)) };
  }
  const list = searchParams.get('DomainList') ?? new URLSearchParams(body).get('DomainList') ?? '';
  return { type: 'text/xml; charset=utf-8', body: xmlOf(list.split(',')) };
}

/** https://www.namecheap.com/support/api/methods/domains/check/ */
function xmlOf(domains: readonly string[]): string {
  const rows = domains.map(
    (domain) =>
      `    <DomainCheckResult Domain="${domain}" Available="${isFree(domain)}" ErrorNo="0" Description="" IsPremiumName="false" PremiumRegistrationPrice="0" PremiumRenewalPrice="0" PremiumRestorePrice="0" PremiumTransferPrice="0" IcannFee="0" EapFee="0.0" />\r\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\r
<ApiResponse Status="OK" xmlns="http://api.namecheap.com/xml.response">\r
  <Errors />\r
  <Warnings />\r
  <RequestedCommand>namecheap.domains.check</RequestedCommand>\r
  <CommandResponse Type="namecheap.domains.check">\r
${rows.join('')}  </CommandResponse>\r
  <Server>BENCHMARK</Server>\r
  <GMTTimeDifference>--5:00</GMTTimeDifference>\r
  <ExecutionTime>0.01</ExecutionTime>\r
</ApiResponse>\r
`;
}

function jsonOf(domains: readonly string[]): string {
  const infos = domains.map((domainName) => ({
    domainName,
    tld: 'com',
    status: isFree(domainName) ? 'AVAILABLE' : 'NOTAVAILABLE',
    isPremium: false,
    price: isFree(domainName) ? 10.48 : null,
    currency: isFree(domainName) ? 'USD' : null,
    period: 1,
    reason: isFree(domainName) ? null : 'Domain exists',
  }));
  return JSON.stringify({
    success: true,
    operationMessage: 'Command completed succesfully.',
    infos,
  });
}
