import type { RequestFinding } from '@registrar-kit/core';
import type { ForeignApiCall } from './read-foreign-call.js';

/** Hosts that only older programs call. Source: the history of domainreseller/php-dna. */
const outdatedHosts: Readonly<Record<string, string>> = {
  'rest-test.domainnameapi.com': 'the former test host, switched off on 2026-05-05',
  'ids-test.domainnameapi.com': 'the login of the first draft of the interface',
  'whmcs.domainnameapi.com': 'the older SOAP interface',
  'api.domainnameapi.com': 'the older SOAP interface',
  'ote-api.domainnameapi.com': 'the older SOAP interface',
};

/** What shows in a call of another program. */
export function findingsOf(call: ForeignApiCall): readonly RequestFinding[] {
  const { request, headers, elsewhere, path } = call;
  const findings: RequestFinding[] = [];
  const add = (oddity: RequestFinding['oddity'], seen: string): void => {
    findings.push({ oddity, seen });
  };
  const missing = [
    ...(headers.key === undefined ? ['X-API-KEY'] : []),
    ...(headers.resellerId === undefined ? ['__reseller'] : []),
  ];
  if (missing.length > 0)
    add('credential_header_missing', `the header ${missing.join(' and the header ')} is missing`);

  const authorization = request.headers.get('authorization') ?? '';
  if (/^bearer\s/i.test(authorization)) {
    if (missing.length > 0)
      add('bearer_instead', 'there is a Bearer header in place of X-API-KEY and __reseller');
    else add('bearer_beside', 'there is a Bearer header beside the credentials; it does nothing');
  } else if (/^basic\s/i.test(authorization) && missing.length > 0) {
    add('basic_instead', 'there is an HTTP Basic header in place of X-API-KEY and __reseller');
  }
  if (missing.length > 0 && elsewhere.length > 0) {
    const places = elsewhere.map(({ field, place }) => `${field} in the ${place}`);
    add('credentials_elsewhere', `credentials stand elsewhere: ${[...new Set(places)].join(', ')}`);
  }
  if (elsewhere.some(({ place, kind }) => place === 'query' && kind === 'key'))
    add('key_in_url', 'the key stands in the URL, and so in the logs of servers and proxies');
  addContentType(call, add);
  addOutdated(call, path, add);
  if (missing.length === 0 && !findings.some(({ oddity }) => oddity === 'outdated_form'))
    add('as_documented', 'both credentials stand in their headers, X-API-KEY and __reseller');
  return findings;
}

type Add = (oddity: RequestFinding['oddity'], seen: string) => void;

function addContentType({ request }: ForeignApiCall, add: Add): void {
  const { bodyForm, contentType } = request;
  if (bodyForm === 'none') return;
  const isJson = /^application\/(?:[\w.-]+\+)?json$/.test(contentType);
  if (bodyForm === 'json' && isJson) return;
  const body =
    bodyForm === 'text' ? 'a text' : bodyForm === 'form' ? 'a form' : bodyForm.toUpperCase();
  if (contentType === '')
    add('content_type_missing', `the body is ${body} and has no Content-Type`);
  else
    add(
      'content_type_mismatch',
      `the body is ${body} and is called ${contentType}; application/json is expected`,
    );
}

function addOutdated({ request, headers }: ForeignApiCall, path: string, add: Add): void {
  const { url, fields } = request;
  const known = url === undefined ? undefined : outdatedHosts[url.hostname];
  if (known !== undefined) add('outdated_form', `the host ${url?.hostname ?? ''} is ${known}`);
  else if (request.bodyForm === 'xml' || /\.svc$/i.test(path))
    add('outdated_form', 'the request is one of the older SOAP interface');
  if (path === 'connect/token')
    add('outdated_form', 'the path connect/token belongs to the first draft of the interface');
  else if (/^api\/(?!v\d)/.test(path))
    add('outdated_form', 'the path has no version; today it begins with /api/v1');
  if (
    /^bearer\s/i.test(request.headers.get('authorization') ?? '') &&
    headers.resellerId !== undefined &&
    headers.key === undefined
  )
    add(
      'outdated_form',
      'Bearer beside __reseller is how the first draft of the interface signed in',
    );
  if (path === 'domains/lock' && fields.get('lockstatus') === 'false')
    add(
      'outdated_form',
      'lockStatus false at domains/lock is what modules before 3.0.15 send; it leaves the domain locked',
    );
}
