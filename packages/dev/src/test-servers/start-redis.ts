import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePort } from './free-port.js';
import { findServer, serverPrograms } from './server-programs.js';
import { ServerProcess } from './server-process.js';

/** The password of the test server, to be found nowhere else. */
const password = 'CANARY-redis-password';

/**
 * Starts a Redis server with an empty store that survives a crash.
 *
 * @param settings - more of Redis' own settings, such as `{ appendfsync: 'everysec' }`
 */
export async function startRedis(
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const programs = findServer('redis');
  if (programs === undefined) throw new Error('redis is not installed');
  const folder = mkdtempSync(path.join(tmpdir(), 'registrar-kit-redis-'));
  const port = await findFreePort();
  const all = {
    bind: '127.0.0.1',
    port: String(port),
    dir: folder,
    requirepass: password,
    save: '',
    appendonly: 'yes',
    appendfsync: 'always',
    'maxmemory-policy': 'noeviction',
    ...settings,
  };
  const server = new ServerProcess({
    command: path.join(programs, serverPrograms.redis),
    args: Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]),
    readyText: /Ready to accept connections/,
    stopSignal: 'SIGTERM',
    crashSignal: 'SIGKILL',
    folder,
    url: `redis://:${password}@127.0.0.1:${port}/0`,
  });
  await server.start();
  return server;
}
