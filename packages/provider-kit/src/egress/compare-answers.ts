import type { EgressAnswer, EgressReading } from './egress-reading.js';

/** What several answers come to: the address that most of them name. As many voices for another one make no winner. */
export function compareAnswers(answers: readonly EgressAnswer[]): EgressReading {
  const voices = new Map<string, number>();
  for (const { address } of answers)
    if (address !== undefined) voices.set(address, (voices.get(address) ?? 0) + 1);
  const [first, second] = [...voices].sort(([, left], [, right]) => right - left);
  const address = first !== undefined && first[1] !== second?.[1] ? first[0] : undefined;
  return { address, agreed: voices.size === 1 && (first?.[1] ?? 0) > 1, answers };
}
