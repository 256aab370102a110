import type { JournalGuarantees } from '@registrar-kit/core';
import type { RedisConnection } from './redis-connection.js';

/**
 * What the server is set up to keep. Redis promises least of all engines by default, so every setting that matters is looked
 * at; one that cannot be read counts as wrong.
 */
export async function readGuarantees(connection: RedisConnection): Promise<JournalGuarantees> {
  const settings = await readSettings(connection);
  const is = (name: string, wanted: string): string[] => {
    const value = settings.get(name);
    if (value === wanted) return [];
    return [`${name} is ${value ?? 'not readable'} instead of ${wanted}`];
  };
  const evicting = is('maxmemory-policy', 'noeviction');
  const unsafe = [
    ...is('appendonly', 'yes'),
    ...is('appendfsync', 'always'),
    ...is('no-appendfsync-on-rewrite', 'no'),
  ];
  const followed = settings.get('replicas') === 'yes';
  const note = [
    ...(evicting.length > 0 ? [`${evicting[0]}: rows may be dropped when memory is short`] : []),
    ...(unsafe.length > 0 ? [`${unsafe.join(', ')}: a power cut may lose rows`] : []),
    ...(followed ? ['replicas follow with a delay: a failover may lose the newest rows'] : []),
  ].join('; ');
  return {
    survives: evicting.length > 0 ? 'nothing' : unsafe.length > 0 ? 'process_exit' : 'power_loss',
    shared: true,
    ...(note === '' ? {} : { note }),
  };
}

async function readSettings(connection: RedisConnection): Promise<ReadonlyMap<string, string>> {
  const settings = readInfo(await connection.call('INFO'));
  try {
    // One by one: servers before 7 take one name at a time.
    for (const name of [
      'appendonly',
      'appendfsync',
      'no-appendfsync-on-rewrite',
      'maxmemory-policy',
    ]) {
      const [, value] = (await connection.call('CONFIG', 'GET', name)) as string[];
      if (value !== undefined) settings.set(name, value);
    }
  } catch {
    // Many rented servers keep CONFIG to themselves; INFO tells a part.
  }
  return settings;
}

function readInfo(info: unknown): Map<string, string> {
  const lines = String(info)
    .split(/\r?\n/)
    .map((line) => line.split(':', 2));
  const fields = new Map(lines.map(([name = '', value = '']) => [name, value] as const));
  const settings = new Map<string, string>();
  const policy = fields.get('maxmemory_policy');
  const appends = fields.get('aof_enabled');
  if (policy !== undefined) settings.set('maxmemory-policy', policy);
  if (appends !== undefined) settings.set('appendonly', appends === '1' ? 'yes' : 'no');
  settings.set('replicas', (fields.get('connected_slaves') ?? '0') === '0' ? 'no' : 'yes');
  return settings;
}
