import type { AccountScope } from '../driver/registrar-driver.js';

/**
 * What the orders of one account stand under in a journal, for reading them:
 * `journal.list(journalScopeOf(registrar.scope))`.
 */
export function journalScopeOf({ provider, host, account }: AccountScope): string {
  return `${provider} ${host} ${account}`;
}
