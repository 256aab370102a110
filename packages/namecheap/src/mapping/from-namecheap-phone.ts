/**
 * Reads a number in Namecheap's form, `+90.2125550123`, as E.164: `+902125550123`.
 *
 * @returns `undefined` when it is no international number; old contacts can hold anything.
 */
export function fromNamecheapPhone(text: string): string | undefined {
  const digits = text.replace(/[\s().-]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : undefined;
}
