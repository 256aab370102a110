import type { TldRequirements } from '@registrar-kit/core';
import { extendedAttributes } from './extended-attributes.js';

/**
 * Namecheap has no command for it, so that this answers what its page says. The page does not name every ending: of the others
 * nothing is stated, and what their registries want can be passed on all the same.
 *
 * https://www.namecheap.com/support/api/extended-attributes/
 */
export function getTldRequirements(tld: string): TldRequirements {
  const attributes = extendedAttributes.get(tld);
  return { tld, stated: attributes !== undefined, attributes: attributes ?? [] };
}
