import { splitPhone, type SplitPhone } from '@registrar-kit/provider-kit';

/**
 * Where a zero in front belongs to the number itself and is dialled from abroad too (ITU-T E.164, national plans): Italy with
 * the Vatican, San Marino, Ivory Coast, Burkina Faso, Niger, Benin, Gabon, Congo, Tajikistan. Anywhere else it is the trunk
 * prefix, which the gateway does not want.
 */
const zeroBelongs: ReadonlySet<string> = new Set([
  ...['39', '378'],
  ...['225', '226', '227', '229', '241', '242'],
  '992',
]);

/** The gateway's two fields for a phone number, both in bare digits; `undefined` for a number without an assigned code. */
export function toDomainNameApiPhone(e164: string): SplitPhone | undefined {
  const parts = splitPhone(e164);
  if (parts === undefined) return undefined;
  const nationalNumber = withoutTrunkZero(parts.countryCode, parts.nationalNumber);
  return nationalNumber === '' ? undefined : { ...parts, nationalNumber };
}

/** The number of the gateway's two fields; `undefined` where they make none. Old entries hold signs and trunk zeros. */
export function fromDomainNameApiPhone(
  countryCode: string | undefined,
  phone: string | undefined,
): string | undefined {
  const code = digitsOf(countryCode);
  const number = withoutTrunkZero(code, digitsOf(phone));
  const e164 = `+${code}${number}`;
  return number !== '' && splitPhone(e164)?.countryCode === code ? e164 : undefined;
}

/** The digits of a text. */
export function digitsOf(text: string | undefined): string {
  return (text ?? '').replace(/\D/g, '');
}

/** Digits without the trunk zeros in front. */
export function withoutTrunkZero(countryCode: string, number: string): string {
  return zeroBelongs.has(countryCode) ? number : number.replace(/^0+/, '');
}
