import type { Evidence } from './evidence.js';

/** Two pieces of knowledge about one call. Lists are joined; where both say something else, the later one counts. */
export function mergeEvidence(earlier: Evidence, later: Evidence): Evidence {
  const credentials = joined(
    earlier.credentials,
    later.credentials,
    ({ oddity, field }) => `${oddity} ${field}`,
  );
  const request = joined(earlier.request, later.request, ({ oddity, seen }) => `${oddity} ${seen}`);
  const remedies = { ...earlier.remedies, ...later.remedies };
  return {
    ...earlier,
    ...later,
    ...(credentials === undefined ? {} : { credentials }),
    ...(request === undefined ? {} : { request }),
    ...(Object.keys(remedies).length === 0 ? {} : { remedies }),
  };
}

function joined<Item>(
  earlier: readonly Item[] | undefined,
  later: readonly Item[] | undefined,
  keyOf: (item: Item) => string,
): readonly Item[] | undefined {
  if (earlier === undefined || later === undefined) return earlier ?? later;
  return [...new Map([...earlier, ...later].map((item) => [keyOf(item), item])).values()];
}
