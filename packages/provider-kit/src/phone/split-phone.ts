/** A phone number in two parts, both in digits only. */
export interface SplitPhone {
  /** Without `+`, such as `90`. */
  readonly countryCode: string;
  /** All behind the code, such as `2125550123`; a zero in front of it stays, which in Italy and elsewhere is part of the number. */
  readonly nationalNumber: string;
}

/**
 * The calling codes that are assigned (ITU-T E.164 and its list of assigned codes). No code is the beginning of another, so
 * the division is unique. Codes with one digit stand for several countries; the rest of the number tells which.
 */
const assignedCodes = [
  /^[17]/,
  /^2(?:0|7|1[12368]|2\d|3\d|4\d|5[0-8]|6\d|9[01789])/,
  /^3(?:[0-469]|5\d|7\d|8[0-35-79])/,
  /^4(?:[013-9]|2[013])/,
  /^5(?:[1-8]|0\d|9\d)/,
  /^6(?:[0-6]|7[02-9]|8[0-3]|8[5-9]|9[0-2])/,
  /^8(?:[1246]|0[08]|5[02356]|7[08]|8[012368])/,
  /^9(?:[0-58]|6[0-8]|7[0-79]|9[2-68])/,
];

/**
 * Divides an E.164 number at its country calling code: `+902125550123` becomes `90` and `2125550123`.
 *
 * @returns `undefined` when it is not `+` and digits, or begins with no assigned code.
 */
export function splitPhone(e164: string): SplitPhone | undefined {
  if (!/^\+[1-9]\d{3,14}$/.test(e164)) return undefined;
  const digits = e164.slice(1);
  for (const code of assignedCodes) {
    const [countryCode] = code.exec(digits) ?? [];
    if (countryCode === undefined) continue;
    const nationalNumber = digits.slice(countryCode.length);
    return nationalNumber === '' ? undefined : { countryCode, nationalNumber };
  }
  return undefined;
}
