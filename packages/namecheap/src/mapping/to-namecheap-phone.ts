import { splitPhone } from '@registrar-kit/provider-kit';

/**
 * Writes an E.164 number the way Namecheap wants it: `+90.2125550123`, a dot between calling code and number.
 *
 * @returns `undefined` when the number starts with no assigned calling code; Namecheap answers such a phone with 2015182.
 */
export function toNamecheapPhone(phone: string): string | undefined {
  const parts = splitPhone(phone);
  return parts === undefined ? undefined : `+${parts.countryCode}.${parts.nationalNumber}`;
}
