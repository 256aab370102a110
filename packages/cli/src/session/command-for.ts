import type { OptionValues } from '../arguments/invocation.js';

const plain = /^[\w./:@%+=,-]+$/;

/** A command, with the options that lead to the same account. */
export function commandFor(words: readonly string[], values: OptionValues): string {
  const { provider, registrar, config, environment, simulate } = values;
  const options = Object.entries({ provider, registrar, config, environment }).flatMap(
    ([name, value]) => (value === undefined ? [] : [`--${name}`, value]),
  );
  const last = simulate === true ? ['--simulate'] : [];
  return ['registrar', ...words, ...options, ...last].map(quoted).join(' ');
}

/** As a shell reads it: everything between single quotes is itself. */
function quoted(word: string): string {
  return plain.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
