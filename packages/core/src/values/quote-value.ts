const longest = 80;

/** A caller's value as it may stand in a message: bounded, without control or invisible characters. Not for secrets. */
export function quoteValue(value: unknown): string {
  const text = textOf(value);
  const bounded = text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
  // Half of a pair, cut off at the bound, is replaced like the rest of what cannot be shown.
  return `"${bounded.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, '\ufffd')}"`;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'object') return isList(value) ? 'a list' : 'an object';
  return `a ${typeof value}`;
}

function isList(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    // A proxy that was revoked.
    return false;
  }
}
