/**
 * A snapshot of version 1 in the form of version 2: what worlds did not have then is empty. Anything else about it is left as it
 * is, for the checks that follow.
 */
export function olderSnapshot(snapshot: object): object {
  const { accounts, domains } = snapshot as { accounts?: unknown; domains?: unknown };
  return {
    foreignDomains: [],
    transfers: [],
    nextTransferId: 0,
    hosts: [],
    zones: [],
    nextRecordId: 0,
    forwards: [],
    ...snapshot,
    version: 2,
    accounts: withDefaults(accounts, { parking: [] }),
    domains: withDefaults(domains, {
      verification: 'verified',
      verificationsSent: 0,
      dnssec: [],
    }),
  };
}

function withDefaults(rows: unknown, defaults: object): unknown {
  if (!Array.isArray(rows)) return rows;
  return rows.map((row: unknown) =>
    typeof row === 'object' && row !== null ? { ...defaults, ...row } : row,
  );
}
