import type { VendorReply } from '@registrar-kit/provider-kit';

const loginPath = /\/(?:account\/)?(?:log-?in|sign-?in)\b|\/connect\/authorize\b/i;

/** All of 3xx: none of it is an answer of the interface, nor a refusal. */
export function isRedirect({ status }: VendorReply): boolean {
  return status >= 300 && status <= 399;
}

/**
 * Whether a redirect leads to a login page, which is how the gateway answers credentials that it does not accept. Another
 * redirect says nothing about the credentials.
 */
export function leadsToLogin(reply: VendorReply): boolean {
  const location = reply.headers['location'] ?? '';
  return location === '' ? loginPath.test(reply.body.slice(0, 4000)) : loginPath.test(location);
}
