import type { JournalGuarantees } from '@registrar-kit/core';
import type { Transaction } from './transaction.js';

/** What the server is set up to keep. `synchronous_commit` is not asked for: the journal turns it on for itself. */
export async function readGuarantees({ rows }: Transaction): Promise<JournalGuarantees> {
  const [server] = await rows<{ fsync: string; pages: string; may_fail_over: boolean }>(
    `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
            current_setting('synchronous_standby_names') = ''
              AND EXISTS (SELECT FROM pg_stat_replication) AS may_fail_over`,
  );
  const off = [
    ...(server?.fsync === 'on' ? [] : ['fsync']),
    ...(server?.pages === 'on' ? [] : ['full_page_writes']),
  ];
  if (off.length > 0) {
    const note = `${off.join(' and ')} of the server ${off.length === 1 ? 'is' : 'are'} off: a power cut may lose or damage rows`;
    return { survives: 'process_exit', shared: true, note };
  }
  const note = 'replicas follow with a delay: a failover may lose the newest rows';
  return {
    survives: 'power_loss',
    shared: true,
    ...(server?.may_fail_over === true ? { note } : {}),
  };
}
