import { Secret, type RegistrarRuntime } from '@registrar-kit/core';
import {
  HttpClient,
  type HttpSettings,
  type Quota,
  type VendorRequest,
} from '@registrar-kit/provider-kit';
import { canaryKey } from './canary.js';
import { openQuota } from './open-quota.js';

export function testClient(
  settings: Partial<HttpSettings> = {},
  quota: Quota = openQuota(),
  runtime: RegistrarRuntime = {},
): HttpClient {
  return new HttpClient(
    {
      provider: 'example',
      environment: 'test',
      baseUrl: new URL('http://127.0.0.1/'),
      timeoutMs: 5000,
      secrets: [new Secret(canaryKey)],
      ...settings,
    },
    quota,
    runtime,
  );
}

/** A request that carries credentials wherever a vendor takes them. */
export function testRequest(url: URL, fields: Partial<VendorRequest> = {}): VendorRequest {
  return {
    target: 'example.getBalance',
    method: 'POST',
    url,
    headers: { 'Content-Type': 'text/plain', 'X-API-KEY': encodeURIComponent(canaryKey) },
    body: `ApiKey=${canaryKey}`,
    bucket: 'api',
    ...fields,
  };
}
