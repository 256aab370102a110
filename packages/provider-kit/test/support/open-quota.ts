import type { Quota } from '@registrar-kit/provider-kit';

/** A quota that lets everything pass and remembers what did. */
export function openQuota(): Quota & { readonly entered: string[]; readonly left: string[] } {
  const entered: string[] = [];
  const left: string[] = [];
  return {
    entered,
    left,
    enter: async (bucket) => {
      entered.push(bucket);
      return { leave: () => left.push(bucket) };
    },
    pause: () => {},
    backOff: () => {},
    snapshot: () => ({}),
  };
}
