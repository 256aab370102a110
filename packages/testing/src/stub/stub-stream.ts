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
  const total = namesIn(input);
  return {
    get progress(): StreamProgress {
      return { done, total, resumedAt: 0 };
    },
    get resumeToken(): string {
      return `stub-${String(done)}`;
    },
    async *[Symbol.asyncIterator]() {
      for await (const row of rows) {
        done += 1;
        yield row as Availability;
      }
    },
  };
}

function namesIn(input: unknown): number {
  if (typeof input !== 'object' || input === null || !('domains' in input)) return 0;
  return Array.isArray(input.domains) ? input.domains.length : 0;
}
