import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePort } from './free-port.js';
import { findServer, serverPrograms } from './server-programs.js';
import { ServerProcess } from './server-process.js';

export interface DanteSettings {
  /** `username` asks for a user of this machine, of whom a test has none: every sign-in is refused. @defaultValue 'none' */
  readonly signIn?: 'none' | 'username';
  /** A port to which it connects nobody. */
  readonly blockedPort?: number;
}

/** Starts Dante, a SOCKS5 proxy that reaches this machine only. */
export async function startDante(settings: DanteSettings = {}): Promise<ServerProcess> {
  const { signIn = 'none', blockedPort } = settings;
  const programs = findServer('dante');
  if (programs === undefined) throw new Error('dante is not installed');
  const folder = mkdtempSync(path.join(tmpdir(), 'registrar-kit-dante-'));
  const port = await findFreePort();
  const file = path.join(folder, 'danted.conf');
  const to = (where = ''): string => `from: 127.0.0.0/8 to: 0.0.0.0/0${where}`;
  writeFileSync(
    file,
    [
      'logoutput: stderr',
      `internal: 127.0.0.1 port = ${String(port)}`,
      'external: 127.0.0.1',
      'clientmethod: none',
      `socksmethod: ${signIn}`,
      ...(process.getuid?.() === 0 ? ['user.privileged: root', 'user.unprivileged: nobody'] : []),
      ...rule('client pass', to()),
      ...(blockedPort === undefined
        ? []
        : rule('socks block', to(` port = ${String(blockedPort)}`))),
      ...rule('socks pass', to(), 'protocol: tcp', 'command: connect'),
      '',
    ].join('\n'),
  );
  const server = new ServerProcess({
    command: path.join(programs, serverPrograms.dante),
    args: ['-f', file, '-p', path.join(folder, 'danted.pid')],
    options: { cwd: folder },
    readyText: /Dante\/server.* running/,
    stopSignal: 'SIGTERM',
    crashSignal: 'SIGKILL',
    folder,
    url: `socks5://127.0.0.1:${String(port)}`,
  });
  await server.start();
  return server;
}

function rule(verdict: string, ...conditions: readonly string[]): string[] {
  return [`${verdict} {`, ...conditions, '}'];
}
