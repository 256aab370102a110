import type { RegistrarProvider } from './registrar-provider.js';

/**
 * The part of a configuration that is meant for one provider: the common fields, overridden by the provider's own section.
 * Sections of the other providers are left out, whatever they hold.
 */
export function selectProviderConfig(
  config: Readonly<Record<string, unknown>>,
  id: string,
  providers: readonly RegistrarProvider[],
): Record<string, unknown> {
  const sections = new Set(providers.map((provider) => provider.id));
  const common = Object.fromEntries(Object.entries(config).filter(([key]) => !sections.has(key)));
  const section = config[id];
  if (typeof section !== 'object' || section === null || Array.isArray(section)) return common;
  return { ...common, ...section, provider: id };
}
