import type { Quota } from '@registrar-kit/provider-kit';

/** A quota that lets everything pass and remembers what did. */
export function openQuota(): Quota & {
  readonly entered: string[];
  readonly sent: string[];
  readonly left: string[];
} {
  const entered: string[] = [];
  const sent: string[] = [];
  const left: string[] = [];
  return {
    entered,
    sent,
    left,
    enter: async (bucket) => {
      entered.push(bucket);
      return { sent: () => sent.push(bucket), leave: () => left.push(bucket) };
    },
    pause: () => {},
    backOff: () => {},
    snapshot: () => ({}),
  };
}
