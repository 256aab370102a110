import * as z from 'zod';
import { addFault, type ConfigFault } from './config-issue.js';

/** The URL of a proxy: http, https or socks5, with credentials where it asks for them. Never quoted, because of those. */
export function proxyUrl(): z.ZodType<string, string> {
  return z.string().superRefine((text, context) => {
    const fault = proxyUrlFault(text);
    if (fault !== undefined) addFault(context, fault);
  });
}

/** What keeps a text from being the URL of a proxy. */
export function proxyUrlFault(text: string): ConfigFault | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const cure = 'give one such as http://proxy.example.com:3128 or socks5://proxy.example.com:1080';
  if (url === undefined || url.hostname === '') return { problem: 'is not a URL', cure };
  if (!/^(?:https?|socks5):$/.test(url.protocol))
    return { problem: 'is neither http, https nor socks5', cure };
  if (!/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '')
    return { problem: 'has a path, a query or a fragment', cure: 'end it with the port' };
  return undefined;
}
