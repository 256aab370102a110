import { execFile, execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findFreePort } from './free-port.js';
import { findServer } from './server-programs.js';
import { ServerProcess } from './server-process.js';

/** The password of the test server, to be found nowhere else. */
const password = 'CANARY-postgres-password';

/** PostgreSQL refuses to run as root; Debian's packages bring a user for it, and `nobody` is everywhere. */
interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Starts a PostgreSQL server with an empty database, as durable as it is by default.
 *
 * @param settings - more of PostgreSQL's own settings, such as `{ max_connections: '10' }`
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const programs = findServer('postgres');
  if (programs === undefined) throw new Error('postgres is not installed');
  const folder = mkdtempSync(path.join(tmpdir(), 'registrar-kit-postgres-'));
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  const passwordFile = path.join(folder, 'password');
  const data = path.join(folder, 'data');
  writeFileSync(passwordFile, password);
  if (user !== undefined)
    for (const place of [folder, passwordFile]) chownSync(place, user.uid, user.gid);
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  await promisify(execFile)(
    path.join(programs, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=registrar',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    options,
  );
  const port = await findFreePort();
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    shared_buffers: '16MB',
    ...settings,
  };
  const server = new ServerProcess({
    command: path.join(programs, 'postgres'),
    args: [
      '-D',
      data,
      ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    options,
    readyText: /database system is ready to accept connections/,
    // Fast shutdown, and immediate shutdown, which leaves everything to recovery.
    stopSignal: 'SIGINT',
    crashSignal: 'SIGQUIT',
    folder,
    url: `postgres://registrar:${password}@127.0.0.1:${port}/postgres`,
  });
  await server.start();
  return server;
}

function unprivilegedUser(): SystemUser {
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) =>
        Number(
          execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
        ),
      );
      if (uid !== undefined && gid !== undefined) return { uid, gid };
    } catch {
      // No such user here.
    }
  }
  throw new Error('postgres cannot run as root, and there is no user "postgres" or "nobody"');
}
