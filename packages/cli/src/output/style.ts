import type { CommandIo, TextSink } from '../command-io.js';

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
} as const;

export type StyleName = keyof typeof codes;

/** Puts a style around a text, or leaves it plain where colour is not wanted. */
export type Painter = (style: StyleName | undefined, text: string) => string;

/** Colour is for people: only on a terminal, and not where NO_COLOR is set. */
export function painterFor(sink: TextSink, env: CommandIo['env']): Painter {
  const wanted = sink.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  return (style, text) => {
    if (!wanted || style === undefined || text === '') return text;
    const [on, off] = codes[style];
    return `\u001b[${String(on)}m${text}\u001b[${String(off)}m`;
  };
}
