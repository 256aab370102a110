import type { VendorReply } from '@registrar-kit/provider-kit';

const redirects: readonly number[] = [301, 302, 303, 307, 308];
const loginPath = /\/(?:account\/)?(?:log-?in|sign-?in)\b|\/connect\/authorize\b/i;

export function isRedirect({ status }: VendorReply): boolean {
  return redirects.includes(status);
}

/**
 * Whether a redirect leads to a login page, which is how the gateway answers credentials that it does not accept. Another
 * redirect says nothing about the credentials.
 */
export function leadsToLogin(reply: VendorReply): boolean {
  const location = reply.headers['location'] ?? '';
  return location === '' ? loginPath.test(reply.body.slice(0, 4000)) : loginPath.test(location);
}
