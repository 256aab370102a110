import { isRegistrarError, type DomainStatus, type Registrar } from '@registrar-kit/core';

/** What the panel's database holds of a domain. */
export interface PanelDomain {
  readonly name: string;
  readonly status: DomainStatus;
  readonly expiresOn?: string;
}

/** The nightly job. What cannot be believed at once leaves the row as it is. */
export async function syncDomains(
  registrar: Registrar,
  domains: readonly PanelDomain[],
): Promise<readonly PanelDomain[]> {
  const synced: PanelDomain[] = [];
  for (const [index, known] of domains.entries()) {
    try {
      const { status, expiresOn, certain } = await registrar.syncDomain({ domain: known.name });
      const date = expiresOn === undefined ? {} : { expiresOn };
      synced.push(certain ? { ...known, status, ...date } : known);
    } catch (error) {
      // The rest of the night is not worth a ban.
      if (isRegistrarError(error, 'RATE_LIMITED')) return [...synced, ...domains.slice(index)];
      if (!isRegistrarError(error)) throw error;
      synced.push(known);
    }
  }
  return synced;
}
