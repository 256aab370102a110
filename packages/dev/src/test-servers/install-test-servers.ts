import { runProcess, TO_STDERR } from '../run-process.mjs';
import { findServer, isCi, serverPrograms, type ServerName } from './server-programs.js';

const debianPackages: Readonly<Record<ServerName, string>> = {
  redis: 'redis-server',
  postgres: 'postgresql',
  dante: 'dante-server',
};

// Debian starts a service with its package unless this file says no; tests start servers of their own.
const script = `
set -eu
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' > "$policy"
  chmod +x "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y -o DPkg::Lock::Timeout=120 --no-install-recommends "$@"
`;

/**
 * Under CI nothing may be left out, so servers that are missing are installed from Debian's packages. Elsewhere the tests
 * that need them are skipped with a notice.
 *
 * @returns what is still missing and may not be.
 */
export async function installTestServers(): Promise<readonly ServerName[]> {
  if (!isCi()) return [];
  const missing = missingServers();
  if (missing.length === 0) return [];
  console.error(`installing ${missing.join(' and ')} for the tests`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const packages = missing.map((name) => debianPackages[name]);
  const [command = '', ...args] = [...asRoot, 'sh', '-c', script, 'sh', ...packages];
  await runProcess(command, args, { stdio: TO_STDERR }).catch(() => undefined);
  return missingServers();
}

function missingServers(): ServerName[] {
  return (Object.keys(serverPrograms) as ServerName[]).filter(
    (name) => findServer(name) === undefined,
  );
}
