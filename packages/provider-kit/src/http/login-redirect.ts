import type { VendorReply } from './vendor-request.js';

const loginPath = /[/.](?:log|sign)[-_]?(?:in|on)(?![a-z])|\/connect\/authorize\b/i;
/** Where there is no Location, a page says where it points to; not much of it is read. */
const pageRead = 4000;

/** All of 3xx: none of it is an answer of an interface, nor a refusal. */
export function isRedirect({ status }: VendorReply): boolean {
  return status >= 300 && status <= 399;
}

/**
 * Whether a redirect leads to a login page, which is how some interfaces answer credentials that they do not accept. Another
 * redirect says nothing about the credentials.
 */
export function leadsToLogin({ headers, body }: VendorReply): boolean {
  const location = headers['location']?.trim() ?? '';
  return location === '' ? loginPath.test(body.slice(0, pageRead)) : loginPath.test(`/${location}`);
}
