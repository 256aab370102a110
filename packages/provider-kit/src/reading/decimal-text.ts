/**
 * An amount as exact decimal text without an exponent, such as `12.5`; `undefined` when it is not a plain amount. A number
 * becomes the shortest text that stands for it, which is what the vendor wrote but for trailing zeros; text is kept as written.
 */
export function decimalText(value: number | string): string | undefined {
  if (typeof value === 'string') {
    const text = value.trim();
    return /^-?\d+(?:\.\d+)?$/.test(text) ? text : undefined;
  }
  // Beyond this a number no longer says what the vendor wrote.
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
  const text = String(value);
  const small = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (small === null) return text;
  const [, sign = '', first = '', rest = '', exponent = ''] = small;
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${first}${rest}`;
}
