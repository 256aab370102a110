/**
 * Epoch milliseconds by the server's clock, at this moment and not at the start of the transaction: it may have waited for a
 * lock since.
 */
export const now = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';
