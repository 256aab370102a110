import type { ZoneChange, ZoneObjections } from '@registrar-kit/core';
import { objectionsTo } from '../dns/zone-objections.js';

/** All that Namecheap has against a change shows in the zone as it was read; nothing is asked. */
export function planRecords(change: ZoneChange): Promise<ZoneObjections> {
  return Promise.resolve(objectionsTo(change));
}
