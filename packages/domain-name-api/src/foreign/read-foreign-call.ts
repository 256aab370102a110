import type { Environment, ForeignRequest } from '@registrar-kit/core';
import { readForeignRequest, type ReadForeignRequest } from '@registrar-kit/provider-kit';
import { domainNameApiHosts } from '../domain-name-api-config.js';

/** A call that another program made, wherever it put its credentials. */
export interface ForeignApiCall {
  readonly request: ReadForeignRequest;
  readonly environment: Environment | undefined;
  /** Below `/api/v1/`, without a leading slash; the whole path where it has another form. Empty when it is not known. */
  readonly path: string;
  /** In the documented headers. */
  readonly headers: { readonly resellerId: string | undefined; readonly key: string | undefined };
  /** The same somewhere else, with the names that they have there. */
  readonly elsewhere: readonly {
    readonly field: string;
    readonly place: 'query' | 'body';
    readonly value: string;
    readonly kind: 'key' | 'account_id';
  }[];
}

const keyNames: readonly string[] = [
  'apikey',
  'api_key',
  'api-key',
  'key',
  'x-api-key',
  'password',
  'token',
];
const accountNames: readonly string[] = [
  'resellerid',
  'reseller_id',
  'reseller',
  '__reseller',
  'username',
  'user_name',
];

/** Finds path and credentials of a call. */
export function readForeignCall(foreign: ForeignRequest): ForeignApiCall {
  const request = readForeignRequest(foreign);
  const { url, headers, query, fields } = request;
  const environment = Object.entries(domainNameApiHosts).find(
    ([, host]) => host === url?.hostname,
  )?.[0] as Environment | undefined;
  const path = (url?.pathname ?? '').replace(/^\/api(?:-bulk)?\/v\d+\//, '').replace(/^\/+/, '');
  const named = (
    place: 'query' | 'body',
    values: ReadonlyMap<string, string>,
  ): ForeignApiCall['elsewhere'] =>
    [...values].flatMap(([field, value]) => {
      const kind = keyNames.includes(field)
        ? ('key' as const)
        : accountNames.includes(field)
          ? ('account_id' as const)
          : undefined;
      return kind === undefined || value.trim() === '' ? [] : [{ field, place, value, kind }];
    });
  return {
    request,
    environment,
    path,
    headers: {
      resellerId: filled(headers.get('__reseller')),
      key: filled(headers.get('x-api-key')),
    },
    elsewhere: [...named('query', query), ...named('body', fields)],
  };
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}
