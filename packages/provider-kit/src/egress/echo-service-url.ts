import { isLoopbackHost } from '../config/base-url.js';

/** What is wrong with the URL of an echo service, if anything. */
export function echoServiceProblem(service: unknown): string | undefined {
  if (typeof service !== 'string' || !URL.canParse(service)) return 'is not a URL';
  const url = new URL(service);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(url.hostname)))
    return 'is not an https URL';
  if (url.username !== '' || url.password !== '') return 'holds credentials';
  return undefined;
}

/** The URL as it may be printed: credentials and query can hold a token. */
export function shownService(service: string): string {
  if (!URL.canParse(service)) return '(not a URL)';
  const url = new URL(service);
  return `${url.origin}${url.pathname}`;
}
