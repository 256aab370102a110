/** The words of the first command of a text, and what stands behind it. */
export interface ShellCommand {
  readonly words: readonly string[];
  readonly rest: string;
}

/**
 * Splits the first command of a text as a shell does: quotes, backslashes, `$'…'`, and lines that go on behind a backslash. What
 * the command is piped into does not count.
 */
export function splitShellWords(text: string): ShellCommand {
  const words: string[] = [];
  let word: string | undefined;
  let ended = false;
  let index = 0;
  const add = (piece: string): void => {
    word = (word ?? '') + piece;
  };
  const finish = (): void => {
    if (word !== undefined && !ended) words.push(word);
    word = undefined;
  };
  while (index < text.length) {
    const rest = text.slice(index);
    const token =
      tokens.map((each) => each.exec(rest)?.[0]).find((each) => each !== undefined) ?? '';
    index += Math.max(1, token.length);
    const character = rest.charAt(0);
    if (/^\\\r?\n$/.test(token)) continue;
    if (token.startsWith("$'")) add(unescapeAnsi(token.slice(2, -1)));
    else if (token.startsWith("'")) add(token.slice(1, -1));
    else if (token.startsWith('"')) add(token.slice(1, -1).replace(/\\(["\\$`])/g, '$1'));
    else if (token.startsWith('\\')) add(token.slice(1));
    else if (character === '\n') {
      finish();
      return { words, rest: text.slice(index) };
    } else if (/\s/.test(character)) finish();
    else if (/[|;&<>]/.test(character)) {
      finish();
      ended = true;
    } else add(character);
  }
  finish();
  return { words, rest: '' };
}

const tokens = [
  /^\\\r?\n/,
  /^\$'(?:[^'\\]|\\[\s\S])*'/,
  /^'[^']*'/,
  /^"(?:[^"\\]|\\[\s\S])*"/,
  /^\\[^\r\n]/,
];

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescapeAnsi(text: string): string {
  return text.replace(
    /\\(?:u([\da-f]{1,4})|x([\da-f]{1,2})|([\s\S]))/gi,
    (_, unicode?: string, hex?: string, character: string = '') => {
      const code = unicode ?? hex;
      return code === undefined
        ? (escapes[character] ?? character)
        : String.fromCharCode(Number.parseInt(code, 16));
    },
  );
}
