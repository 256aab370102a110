import * as z from 'zod';
import { addFault } from './config-issue.js';

/** The URL of a proxy: http, https or socks5, with credentials where it asks for them. Never quoted, because of those. */
export function proxyUrl(): z.ZodType<string, string> {
  return z.string().superRefine((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const cure =
      'give one such as http://proxy.example.com:3128 or socks5://proxy.example.com:1080';
    if (url === undefined || url.hostname === '')
      addFault(context, { problem: 'is not a URL', cure });
    else if (!/^(?:https?|socks5):$/.test(url.protocol))
      addFault(context, { problem: 'is neither http, https nor socks5', cure });
    else if (!/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '')
      addFault(context, {
        problem: 'has a path, a query or a fragment',
        cure: 'end it with the port',
      });
  });
}
