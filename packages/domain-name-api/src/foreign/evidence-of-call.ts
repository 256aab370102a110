import type { DiagnosisCause, Evidence } from '@registrar-kit/core';
import { credentialShapes } from '../domain-name-api-credentials.js';
import { domainNameApiRemedies } from '../domain-name-api-remedies.js';
import { findingsOf } from './findings-of.js';
import type { ForeignApiCall } from './read-foreign-call.js';

/** What the vendor's guide names beside the causes that every program has, and what only the request could show. */
const unexamined: readonly DiagnosisCause[] = [
  'missing_authorization_header',
  'bearer_token_used',
  'credentials_in_wrong_place',
  'wrong_content_type',
  'outdated_client',
  'email_as_account_id',
  'swapped_fields',
  'invisible_character',
];

/** What the diagnosis of another program's failure may weigh. Holds no secret. */
export function evidenceOfCall(call: ForeignApiCall | undefined): Evidence {
  if (call === undefined) return { unexamined, remedies: domainNameApiRemedies };
  const { request, environment, headers, elsewhere } = call;
  const other = (kind: 'key' | 'account_id'): ForeignApiCall['elsewhere'][number] | undefined =>
    elsewhere.find((each) => each.kind === kind);
  return {
    credentials: credentialShapes(
      headers.resellerId === undefined
        ? { field: other('account_id')?.field ?? '__reseller', value: other('account_id')?.value }
        : { field: '__reseller', value: headers.resellerId },
      headers.key === undefined
        ? { field: other('key')?.field ?? 'X-API-KEY', value: other('key')?.value }
        : { field: 'X-API-KEY', value: headers.key },
    ),
    request: findingsOf(call),
    ...(environment === undefined || request.url === undefined
      ? {}
      : { environment: { configured: environment, host: request.url.host } }),
    remedies: domainNameApiRemedies,
  };
}
