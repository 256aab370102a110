import type { QuotaBucket } from '@registrar-kit/core';

/** How long so many requests take at least, from the first to the last, when each is answered after `latencyMs`. */
export function idealSpanMs(
  { windows, countsFrom }: Pick<QuotaBucket, 'windows' | 'countsFrom'>,
  calls: number,
  latencyMs: number,
): number {
  const countedAfterMs = countsFrom === 'completion' ? latencyMs : 0;
  const starts: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const free = windows.map(({ limit, windowMs }) => {
      const blocking = starts[call - limit];
      return blocking === undefined ? 0 : blocking + countedAfterMs + windowMs;
    });
    starts.push(Math.max(0, ...free));
  }
  return starts.at(-1) ?? 0;
}

/** What was left unused of the time that the rule permits, in percent. */
export function unusedPercent(idealMs: number, spanMs: number): number {
  return spanMs <= 0 ? 0 : Math.max(0, (1 - idealMs / spanMs) * 100);
}
