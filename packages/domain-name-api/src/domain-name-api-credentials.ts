import type { OddCredential } from '@registrar-kit/core';
import { oddCredentials } from '@registrar-kit/provider-kit';

/** How a Reseller ID looks; of the key no shape is known. */
export const resellerIdPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** One of the two credentials, with the name that it has where it was found. */
export interface NamedCredential {
  readonly field: string;
  readonly value: string | undefined;
}

/** What is odd about the two credentials. */
export function credentialShapes(
  resellerId: NamedCredential,
  key: NamedCredential,
): readonly OddCredential[] {
  if (areExchanged(resellerId.value, key.value)) {
    return [
      { field: resellerId.field, oddity: 'swapped', kind: 'account_id' },
      { field: key.field, oddity: 'swapped', kind: 'key' },
    ];
  }
  const twice = key.value !== undefined && key.value === resellerId.value;
  return [
    ...oddCredentials(resellerId.field, resellerId.value, accountShape),
    ...oddCredentials(key.field, key.value, { kind: 'key' }),
    ...(twice ? [{ field: key.field, oddity: 'swapped', kind: 'key' } as const] : []),
  ];
}

const accountShape = { kind: 'account_id', pattern: resellerIdPattern } as const;

/**
 * Whether the key stands where the Reseller ID belongs and the other way round. A key may look like a UUID too, so that a
 * piece of a Reseller ID, an e-mail address or an odd character beside one says something else.
 */
export function areExchanged(resellerId: string | undefined, key: string | undefined): boolean {
  if (resellerId === undefined || key === undefined) return false;
  const [odd] = oddCredentials('', resellerId, accountShape);
  const piece = /^[0-9a-f]*(?:-[0-9a-f]*)+$/i.test(resellerId);
  return odd?.oddity === 'wrong_shape' && !piece && resellerIdPattern.test(key);
}
