import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { CallOptions } from '../operations/call-options.js';
import type { DomainSummary, ListDomainsInput } from '../operations/list-domains.js';
import type { Registrar } from '../registrar.js';
import { attempt } from './attempt.js';

/** A domain of one account, or why the account could not show the rest of its domains. */
export type ListedDomain =
  | (DomainSummary & { readonly registrar: string; readonly error?: never })
  | { readonly registrar: string; readonly error: AnyRegistrarError; readonly domain?: never };

/** The domains of all accounts, one account after the other. */
export async function* listAcross(
  input: ListDomainsInput,
  registrars: ReadonlyMap<string, Registrar>,
  options: CallOptions | undefined,
): AsyncGenerator<ListedDomain> {
  for (const [name, registrar] of registrars) {
    const rows = rowsOf(registrar, input, options);
    try {
      for (;;) {
        const reply = await attempt(registrar, 'listDomains', options, () => rows.next());
        if (!reply.ok) {
          yield { registrar: name, error: reply.error };
          break;
        }
        if (reply.answer.done === true) break;
        yield { ...reply.answer.value, registrar: name };
      }
    } finally {
      await rows.return(undefined);
    }
  }
}

async function* rowsOf(
  registrar: Registrar,
  input: ListDomainsInput,
  options: CallOptions | undefined,
): AsyncGenerator<DomainSummary, undefined> {
  yield* registrar.listDomains(input, options);
}
