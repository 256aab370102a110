import type { CallContext, TldRequirements } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { fromProductAttributes } from '../mapping/tld-attributes.js';
import { isTurkish, trAttributes } from '../mapping/tr-attributes.js';
import { requireProduct } from './read-products.js';

/**
 * The extra fields of an ending. For `.tr` they are what the vendor's own client sends; elsewhere what the list of endings
 * states, in a field that only third-party code has shown, so it may be missing.
 */
export async function getTldRequirements(
  client: DomainNameApiClient,
  tld: string,
  call: CallContext,
): Promise<TldRequirements> {
  const { product, drift } = await requireProduct(client, tld, call);
  const note: typeof drift = (path, text, sample) => drift(`${tld}.${path}`, text, sample);
  const stated = product.attributes && fromProductAttributes(product.attributes, note);
  if (isTurkish(tld)) {
    const known = trAttributes.map(({ key }) => key);
    // The gateway was seen to refuse other keys; should it list one, somebody has to look.
    if (stated?.some(({ key }) => !known.includes(key)) === true)
      note('attributes', 'holds a key that .tr names are not known to have');
    return { tld, stated: true, attributes: trAttributes };
  }
  return { tld, stated: stated !== undefined, attributes: stated ?? [] };
}
