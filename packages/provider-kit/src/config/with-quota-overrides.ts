import {
  ConfigurationError,
  quoteValue,
  type InputIssue,
  type QuotaBucket,
  type QuotaLimits,
} from '@registrar-kit/core';
import type { QuotaOverride } from './common-config.js';
import { nearestName } from './nearest-name.js';

/**
 * An adapter's own limits with what the configuration says about them.
 *
 * @throws ConfigurationError for a bucket that the adapter does not have
 */
export function withQuotaOverrides(
  provider: string,
  limits: QuotaLimits,
  overrides: Readonly<Record<string, QuotaOverride>> = {},
): QuotaLimits {
  const names = Object.keys(limits);
  const issues = Object.keys(overrides)
    .filter((name) => !names.includes(name))
    .map((name) => unknownBucket(name, names));
  if (issues.length > 0)
    throw new ConfigurationError({ provider, operation: 'parseConfig', issues });
  return Object.fromEntries(
    Object.entries(limits).map(([name, bucket]) => [name, merge(bucket, overrides[name] ?? {})]),
  );
}

function merge(bucket: QuotaBucket, override: QuotaOverride): QuotaBucket {
  const stated = Object.entries(override).filter(([, value]) => value !== undefined);
  return { ...bucket, ...Object.fromEntries(stated) };
}

function unknownBucket(name: string, names: readonly string[]): InputIssue {
  const nearest = nearestName(name, names);
  return {
    path: `quota.${quoteValue(name).slice(1, -1)}`,
    problem: 'is not a bucket of this provider',
    cure: nearest === undefined ? `use ${names.join(' or ')}` : `did you mean "${nearest}"?`,
  };
}
