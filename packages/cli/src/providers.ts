import type { RegistrarProvider } from '@registrar-kit/core';
import { closestWord } from './arguments/closest-word.js';
import { UsageError } from './usage-error.js';

/** The registrars that the command knows. */
export const providerIds = ['namecheap', 'domain-name-api'] as const;

export type ProviderId = (typeof providerIds)[number];

/** Loads the adapters; help and bad command lines do without. */
export async function loadProviders(): Promise<readonly RegistrarProvider[]> {
  const [{ namecheap }, { domainNameApi }] = await Promise.all([
    import('@registrar-kit/namecheap'),
    import('@registrar-kit/domain-name-api'),
  ]);
  return [namecheap, domainNameApi];
}

/** @throws UsageError that names the ones there are. */
export function readProviderId(typed: string): ProviderId {
  const found = providerIds.find((id) => id === typed);
  if (found !== undefined) return found;
  const near = closestWord(typed, providerIds);
  throw new UsageError(
    `there is no provider "${typed}"`,
    near === undefined ? `choose one of: ${providerIds.join(', ')}` : `did you mean ${near}?`,
  );
}
