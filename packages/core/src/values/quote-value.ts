/** A caller's value as it may stand in a message: bounded, without control or invisible characters. Not for secrets. */
export function quoteValue(value: unknown): string {
  const clean = textOf(value).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return `"${clean.length > 80 ? `${clean.slice(0, 77)}...` : clean}"`;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  return value === undefined
    ? 'nothing'
    : value === null
      ? 'null'
      : Array.isArray(value)
        ? 'a list'
        : `a ${typeof value}`;
}
