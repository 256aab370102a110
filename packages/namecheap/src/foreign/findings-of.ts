import type { RequestFinding } from '@registrar-kit/core';
import type { ForeignCommand } from './read-foreign-command.js';

/** A longer query is refused by the web server in front of the interface, which then answers HTTP 404. */
const longestQuery = 2048;

/** What shows in a command of another program. https://www.namecheap.com/support/api/global-parameters/ */
export function findingsOf(command: ForeignCommand): readonly RequestFinding[] {
  const { request, apiUser, apiKey, keyIn } = command;
  const findings: RequestFinding[] = [];
  const add = (oddity: RequestFinding['oddity'], seen: string): void => {
    findings.push({ oddity, seen });
  };
  const missing = [
    ...(apiUser === undefined ? ['ApiUser'] : []),
    ...(apiKey === undefined ? ['ApiKey'] : []),
  ];
  if (keyIn === 'json')
    add('credentials_elsewhere', 'ApiKey stands in a JSON body; the interface reads parameters');
  else if (missing.length > 0)
    add('credential_missing', `${missing.join(' and ')} is not among the parameters`);
  const authorization = request.headers.get('authorization') ?? '';
  if (/^bearer\s/i.test(authorization)) {
    if (missing.length > 0)
      add(
        'bearer_instead',
        'there is a Bearer header; the credentials belong among the parameters',
      );
    else add('bearer_beside', 'there is a Bearer header, which the interface does not look at');
  } else if (/^basic\s/i.test(authorization) && missing.length > 0) {
    add(
      'basic_instead',
      'there is an HTTP Basic header; the credentials belong among the parameters',
    );
  }
  if (keyIn === 'query') {
    const length = request.url?.search.length ?? 0;
    if (length > longestQuery)
      add('url_too_long', `the query has ${String(length)} characters, more than web servers take`);
    else add('key_in_url', 'the key stands in the URL, and so in the logs of servers and proxies');
  }
  if (keyIn === 'form' && request.contentType !== 'application/x-www-form-urlencoded') {
    const called =
      request.contentType === '' ? 'has no Content-Type' : `is called ${request.contentType}`;
    add(
      request.contentType === '' ? 'content_type_missing' : 'content_type_mismatch',
      `the body is a form and ${called}`,
    );
  }
  if (missing.length === 0 && keyIn !== 'json')
    add('as_documented', 'the credentials stand among the parameters, as is documented');
  return findings;
}
