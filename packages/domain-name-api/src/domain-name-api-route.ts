import { isRegistrarError, type CallContext } from '@registrar-kit/core';
import {
  isReadFault,
  isRedirect,
  parseJson,
  type Quota,
  type VendorReply,
} from '@registrar-kit/provider-kit';
import { domainNameApiBucket, domainNameApiBulkBucket } from './domain-name-api-quota.js';

/** A way into the gateway: the first segment of the path, with a quota of its own. */
export interface Route {
  readonly bucket: string;
  readonly prefix: string;
  /** As errors name it, such as `/api-bulk`. */
  readonly endpoint: string;
}

// One quota per account in a process, so what is learnt about its gateway holds for the rest of the process.
const withoutBulk = new WeakSet<Quota>();

/** Remembers that the gateway does not know the bulk route. */
export function noteMissingBulk(quota: Quota): void {
  withoutBulk.add(quota);
}

/**
 * The route of a call. The vendor's guide sends automated work to `/api-bulk`; that its place is the first segment of the
 * path is inferred, so only reads go there, and never a write.
 */
export function routeOf(
  { lane, retry }: CallContext,
  { apiPrefix, bulkPrefix }: { readonly apiPrefix: string; readonly bulkPrefix: string },
  quota: Quota,
): Route {
  const bulk = lane === 'bulk' && retry === 'read' && !withoutBulk.has(quota);
  const prefix = bulk ? bulkPrefix : apiPrefix;
  const bucket = bulk ? domainNameApiBulkBucket : domainNameApiBucket;
  return { bucket, prefix, endpoint: `/${prefix}` };
}

/** What the bulk route throws at a reply that does not come from the interface behind it. */
export class UnknownRoute extends Error {
  override readonly name = 'UnknownRoute';
}

/**
 * Whether a reply looks as if the path were unknown: a redirect, a page, or 404 without the vendor's own body. Credentials
 * that are not accepted are redirected too; the interactive route tells the two apart.
 */
export function looksUnknown(reply: VendorReply): boolean {
  if (isRedirect(reply)) return true;
  const kind = kindOf(reply.body);
  // A page with these statuses speaks of the caller or of a breakdown.
  const speaks = reply.status === 401 || reply.status === 429 || reply.status >= 500;
  return (kind === 'page' && !speaks) || (reply.status === 404 && kind !== 'json');
}

/** Whether an error shows that the vendor's interface has read the request. */
export function isFromInterface(error: unknown): boolean {
  return isRegistrarError(error) && error.vendor?.code !== undefined;
}

function kindOf(body: string): 'json' | 'page' | 'other' {
  try {
    const json = parseJson(body);
    return typeof json === 'object' && json !== null ? 'json' : 'other';
  } catch (error) {
    if (!isReadFault(error)) throw error;
    return error.kind === 'html' ? 'page' : 'other';
  }
}
