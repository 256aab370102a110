import type { QuotaBucket } from '@registrar-kit/core';
import * as z from 'zod';
import { baseUrl } from './base-url.js';
import { proxyUrl } from './proxy-url-text.js';

/** What a configuration says about one quota bucket; a field that it leaves out stays as the adapter has it. */
export type QuotaOverride = {
  readonly [Field in keyof QuotaBucket]?: QuotaBucket[Field] | undefined;
};

const quotaOverrideSchema = z.strictObject({
  windows: z.array(z.strictObject({ limit: z.int().min(1), windowMs: z.int().min(1) })).optional(),
  maxConcurrent: z.int().min(1).optional(),
  countsFrom: z.enum(['start', 'completion']).optional(),
  guardMs: z.number().min(0).optional(),
  maxWaiting: z.int().min(1).optional(),
});

/**
 * The configuration fields of every provider. Spread it into an adapter's own schema:
 * `z.strictObject({ ...commonConfigShape, apiKey: secretText() })`.
 */
export const commonConfigShape = {
  provider: z.string(),
  environment: z.enum(['test', 'live']),
  /** Becomes a URL; https only, except on loopback. */
  baseUrl: baseUrl().optional(),
  /** Milliseconds. */
  timeoutMs: z.int().min(1000).max(600_000).optional(),
  /** http, https or socks5. */
  proxy: proxyUrl().optional(),
  /** By bucket; `withQuotaOverrides` puts them over the adapter's own limits. */
  quota: z.record(z.string(), quotaOverrideSchema).optional(),
};
