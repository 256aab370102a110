import type { UnstruckFailure } from './registrar-harness.js';
import type { Stage } from './stage.js';

/**
 * Plays a scenario, and fails where a failure that it planned has met no request: what the scenario says then, and that it
 * passes, is about a failure that never happened.
 */
export async function playStruck(
  stage: Stage,
  play: (stage: Stage) => Promise<void>,
  { mayMiss }: { readonly mayMiss: boolean },
): Promise<void> {
  const missed = (): readonly string[] => (mayMiss ? [] : (stage.unstruck() ?? []).map(toLine));
  try {
    await play(stage);
  } catch (error) {
    const lines = missed();
    if (lines.length === 0) throw error;
    throw new Error([messageOf(error), ...lines].join('\n'), { cause: error });
  }
  const lines = missed();
  if (lines.length > 0) throw new Error(lines.join('\n'));
}

/** Not by `instanceof`: under some runners errors are of another realm. */
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}

function toLine({ fault, operation, domain = 'any domain' }: UnstruckFailure): string {
  const operations = operation === undefined ? 'any operation' : [operation].flat().join(' or ');
  return `the fault ${fault} was planned for ${operations} of ${domain} and met no request: name the operation, and the domain, in the route that such a request takes`;
}
