/** A made-up auth code, always the same for the same domain; mixed characters, as real ones have. */
export function authCodeFor(domain: string, id: number): string {
  let hash = 0x811c9dc5;
  for (const character of `${domain}#${String(id)}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `Sim-${hash.toString(36).padStart(7, '0')}!${String(id)}`;
}
