/** What a text holds, or where it stops being JSON. */
export type JsonReading =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string };

/**
 * Reads JSON. The runtime's own message quotes the text around the fault, and that text may be a key or somebody's address,
 * so only the place is taken from it.
 */
export function readJson(text: string): JsonReading {
  const plain = text.replace(/^\ufeff/, '');
  if (plain.trim() === '') return { ok: false, problem: 'is empty' };
  try {
    return { ok: true, value: JSON.parse(plain) as unknown };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /at position (\d+)/.exec(message)?.[1];
    if (position === undefined) return { ok: false, problem: 'is not JSON: it ends too early' };
    const before = plain.slice(0, Number(position)).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    return {
      ok: false,
      problem: `is not JSON: look at line ${String(before.length)}, column ${String(column)}`,
    };
  }
}
