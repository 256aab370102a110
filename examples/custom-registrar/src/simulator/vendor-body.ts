import type { VendorCall } from './vendor-call.js';

/** The name that an order or a quote is about. */
export function nameIn({ body }: VendorCall): readonly string[] {
  const { name } = Object(body) as { name?: unknown };
  return typeof name === 'string' ? [name] : [];
}

/** The names that a search is about. */
export function namesIn({ body }: VendorCall): readonly string[] {
  const { names } = Object(body) as { names?: unknown };
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}
