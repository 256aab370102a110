import type { OddCredential } from '@registrar-kit/core';
import { oddCredentials } from '@registrar-kit/provider-kit';

// What the vendor hands out today; it documents no more than "at most 50 characters".
const usualKey = /^[0-9a-f]{32}$/i;
const hexadecimal = /^[0-9a-f]+$/i;
const userName = /^.{1,20}$/;

/**
 * What is odd about credentials, by the names that their fields have where they were found. The first is that of the account
 * that owns the key, the last is that of the key.
 */
export function credentialShapes(
  fields: Readonly<Record<string, string | undefined>>,
): readonly OddCredential[] {
  const names = Object.keys(fields);
  const [userField = '', keyField = ''] = [names[0], names.at(-1)];
  const [user, key] = [fields[userField], fields[keyField]];
  if (areExchanged(user, key)) {
    return [
      { field: userField, oddity: 'swapped', kind: 'account_id' },
      { field: keyField, oddity: 'swapped', kind: 'key' },
    ];
  }
  return names.flatMap((name) =>
    oddCredentials(
      name,
      fields[name],
      name === keyField
        ? { kind: 'key', pattern: usualKey, alphabet: hexadecimal }
        : { kind: 'account_id', pattern: userName },
    ),
  );
}

/** Whether the key stands where the user name belongs and the other way round. */
export function areExchanged(user: string | undefined, key: string | undefined): boolean {
  return user !== undefined && key !== undefined && usualKey.test(user) && !usualKey.test(key);
}
