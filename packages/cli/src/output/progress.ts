import type { RegistrarEvent } from '@registrar-kit/core';
import type { TextSink } from '../command-io.js';
import { columnsOf } from './columns-of.js';
import { wrapText } from './display-width.js';
import { printable } from './printable.js';

const clearLine = '\r\u001b[2K';

/** One line that changes, for a person who waits; nothing where error output is no terminal. */
export class Progress {
  readonly #sink: TextSink;
  #done = '';
  #bar = '';
  #waitingFor = '';
  #shown = false;

  constructor(sink: TextSink) {
    this.#sink = sink;
  }

  /** How far the work is, in words, and as a bar where the line has room for it. */
  show(done: string, bar = ''): void {
    this.#done = done;
    this.#bar = bar;
    this.#draw();
  }

  /** What the work waits for, or that it goes on. */
  waitFor(what: string | undefined): void {
    if (this.#waitingFor === (what ?? '')) return;
    this.#waitingFor = what ?? '';
    this.#draw();
  }

  /** Must come before anything else is written. */
  clear(): void {
    if (this.#shown) this.#sink.write(clearLine);
    this.#shown = false;
  }

  #draw(): void {
    if (this.#sink.isTTY !== true) return;
    const line = printable([this.#done, this.#waitingFor].filter((part) => part !== '').join('; '));
    // A line that wraps could not be cleared again.
    const most = columnsOf(this.#sink) - 1;
    const withBar = `${this.#bar} ${line}`;
    const fits = this.#bar !== '' && withBar.length <= most;
    const [first = ''] = fits ? [withBar] : wrapText(line, most);
    this.#sink.write(clearLine + first);
    this.#shown = true;
  }
}

/** What an event means to a person who waits. */
export function describeEvent(event: RegistrarEvent): string | undefined {
  if (event.type === 'quota.waiting')
    return `waiting ${seconds(event.waitMs)} for the rate limit of ${event.provider}`;
  if (event.type === 'quota.paused')
    return `pausing ${seconds(event.pauseMs)}: ${event.provider} asked for fewer calls`;
  if (event.type === 'retry.scheduled')
    return `trying again in ${seconds(event.delayMs)}: ${event.because}`;
  return undefined;
}

function seconds(ms: number): string {
  return `${String(Math.max(1, Math.round(ms / 1000)))} s`;
}
