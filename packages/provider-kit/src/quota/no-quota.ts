import type { Quota } from './quota.js';

/** For a single question to somebody who has no limits that it could reach. */
export const noQuota: Quota = {
  enter: () => Promise.resolve({ leave: () => undefined }),
  pause: () => undefined,
  backOff: () => undefined,
  snapshot: () => ({}),
};
