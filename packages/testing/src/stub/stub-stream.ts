import type { Availability, AvailabilityStream, StreamProgress } from '@registrar-kit/core';

/**
 * A stream over the rows of a stubbed answer, with the progress of one: of as many rows as there are names in the input. The
 * answer of a stub is what it was told, so that a stream that goes on gives that as well.
 */
export function stubStream(
  rows: AsyncIterable<unknown>,
  [input]: readonly unknown[],
): AvailabilityStream {
  let done = 0;
  let source: AsyncIterator<unknown> | undefined;
  const next = async (): Promise<IteratorResult<Availability>> => {
    source ??= rows[Symbol.asyncIterator]();
    try {
      const step = await source.next();
      if (step.done === true) return { done: true, value: undefined };
      done += 1;
      return { done: false, value: step.value as Availability };
    } catch (error) {
      // An answer that is an error is one for every loop.
      if (done === 0) source = undefined;
      throw error;
    }
  };
  const total = namesIn(input);
  return {
    get progress(): StreamProgress {
      return { done, total, resumedAt: 0 };
    },
    get resumeToken(): string {
      return `stub-${String(done)}`;
    },
    // Each row is given once: whoever leaves a loop goes on with the next one.
    [Symbol.asyncIterator]: () => ({ next }),
  };
}

function namesIn(input: unknown): number {
  if (typeof input !== 'object' || input === null || !('domains' in input)) return 0;
  return Array.isArray(input.domains) ? input.domains.length : 0;
}
