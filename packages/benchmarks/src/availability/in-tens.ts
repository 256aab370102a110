import type { Check } from './measure-checks.js';

/** The gateway is asked for ten names at a time, one request after the other, as its limit of one a second wants it. */
export function inTens(check: Check): Check {
  return async (domains) => {
    const found = new Map<string, boolean>();
    for (let start = 0; start < domains.length; start += 10)
      for (const [domain, free] of await check(domains.slice(start, start + 10)))
        found.set(domain, free);
    return found;
  };
}
