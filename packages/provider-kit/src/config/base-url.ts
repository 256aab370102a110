import * as z from 'zod';
import { addFault } from './config-issue.js';

/** The address of a vendor's interface, as text or URL: https, or http on this machine; without credentials, query or fragment. */
export function baseUrl(): z.ZodType<URL, string | URL> {
  return z.custom<string | URL>(isTextOrUrl).transform((value, context) => {
    const url = URL.canParse(String(value)) ? new URL(value) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
      addFault(context, {
        problem: 'is not an https URL',
        cure: 'give one such as https://api.example.com/',
      });
      return z.NEVER;
    }
    if (url.protocol === 'http:' && !isLoopbackHost(url.hostname))
      addFault(context, {
        problem: 'would send the credentials over plain http',
        cure: 'use https; plain http is for this machine only',
      });
    if (url.username !== '' || url.password !== '')
      addFault(context, { problem: 'holds credentials', cure: 'remove them from the URL' });
    if (url.search !== '' || url.hash !== '')
      addFault(context, { problem: 'has a query or a fragment', cure: 'end it with the path' });
    return url;
  });
}

function isTextOrUrl(value: unknown): boolean {
  return typeof value === 'string' || value instanceof URL;
}

/** Whether a URL's host is this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
