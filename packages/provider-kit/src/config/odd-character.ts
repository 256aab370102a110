/** A character that does not belong into a credential. */
export interface OddCharacter {
  readonly kind: 'white_space' | 'invisible' | 'full_width' | 'not_ascii';
  /** Counted from 1. */
  readonly position: number;
  /** Such as `U+200B`. */
  readonly codePoint: string;
}

/** The first character of a credential that is white space, invisible, full-width or otherwise outside of ASCII. */
export function findOddCharacter(text: string): OddCharacter | undefined {
  const characters = Array.from(text);
  const index = characters.findIndex((character) => !/^[!-~]$/.test(character));
  const character = characters[index];
  if (character === undefined) return undefined;
  const code = character.codePointAt(0) ?? 0;
  return {
    kind: kindOf(character),
    position: index + 1,
    codePoint: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
  };
}

function kindOf(character: string): OddCharacter['kind'] {
  if (/[\s\p{Zs}]/u.test(character) && character !== '\uFEFF') return 'white_space';
  // Controls, format marks such as the zero-width space, and letters and combining marks that draw nothing.
  if (/[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(character)) return 'invisible';
  return /[\uFF01-\uFF5E]/.test(character) ? 'full_width' : 'not_ascii';
}
