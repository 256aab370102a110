import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { CallOptions } from '../operations/call-options.js';
import type { Domain } from '../operations/get-domain.js';
import type { Registrar } from '../registrar.js';
import type { DomainName } from '../values/domain-name.js';
import type { DomainStatus } from '../values/domain-status.js';
import { attempt } from './attempt.js';

/**
 * What one account says of a domain.
 *
 * - `held`: it is in this account.
 * - `shown`: the account shows it without holding it: it is shared by another account, on its way here, or gone; `domain.status`
 *   and `domain.owned` tell.
 * - `absent`: the account says that it does not hold it.
 * - `unknown`: the account could not be asked.
 */
export type DomainAtRegistrar =
  | { readonly registrar: string; readonly outcome: 'held' | 'shown'; readonly domain: Domain }
  | { readonly registrar: string; readonly outcome: 'absent' }
  | {
      readonly registrar: string;
      readonly outcome: 'unknown';
      readonly error: AnyRegistrarError;
    };

/** Where a domain is, as far as the accounts say. */
export interface DomainLocation {
  readonly domain: DomainName;
  /** The accounts that hold it; normally one, or none. */
  readonly heldBy: readonly string[];
  /** Whether every account could be asked. Where not, one of those that could not be asked may hold it. */
  readonly complete: boolean;
  /** One row for each account, in the order of the configuration. */
  readonly rows: readonly DomainAtRegistrar[];
}

/** Reads a domain in every account at once. */
export async function locateDomain(
  domain: DomainName,
  registrars: ReadonlyMap<string, Registrar>,
  options: CallOptions | undefined,
): Promise<DomainLocation> {
  const rows = await Promise.all(
    [...registrars].map(async ([name, registrar]): Promise<DomainAtRegistrar> => {
      const reply = await attempt(registrar, 'getDomain', options, (each) =>
        each.getDomain({ domain }, options),
      );
      if (reply.ok) return { registrar: name, ...standingOf(reply.answer) };
      return reply.error.code === 'DOMAIN_NOT_FOUND'
        ? { registrar: name, outcome: 'absent' }
        : { registrar: name, outcome: 'unknown', error: reply.error };
    }),
  );
  return {
    domain,
    heldBy: rows.filter(({ outcome }) => outcome === 'held').map(({ registrar }) => registrar),
    complete: rows.every(({ outcome }) => outcome !== 'unknown'),
    rows,
  };
}

/** Where a domain is shown that is not there yet, or not there any more. */
const elsewhere: ReadonlySet<DomainStatus> = new Set([
  'transfer_in',
  'transfer_failed',
  'transferred_away',
  'deleted',
]);

function standingOf(domain: Domain): {
  readonly outcome: 'held' | 'shown';
  readonly domain: Domain;
} {
  const held = domain.owned !== false && !elsewhere.has(domain.status);
  return { outcome: held ? 'held' : 'shown', domain };
}
