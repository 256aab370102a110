import { publicIpv4Problem } from '../config/public-ipv4.js';

/** An address, or why there is none. */
export type Echo = { readonly address: string } | { readonly error: string };

/** The address in the body of an echo service: alone, or as `ip` of a JSON object. */
export function readEcho(body: string): Echo {
  const text = body.trim();
  const value = text.startsWith('{') ? ipIn(text) : text;
  if (value === undefined || value.length > 45)
    return { error: 'answered something else than an address' };
  const problem = publicIpv4Problem(value);
  if (problem === undefined) return { address: value };
  // Only what is an address is worth showing; anything else may be a page.
  return {
    error: /^[\da-f.:]+$/i.test(value)
      ? `answered ${value}, which ${problem}`
      : 'answered something else than an address',
  };
}

function ipIn(text: string): string | undefined {
  try {
    const { ip } = Object(JSON.parse(text)) as { ip?: unknown };
    return typeof ip === 'string' ? ip.trim() : undefined;
  } catch {
    return undefined;
  }
}
