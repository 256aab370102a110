import path from 'node:path';
import type { CommandIo } from '../command-io.js';

const folder = 'registrar-kit';

/** Where this platform keeps the state of programs; REGISTRAR_STATE_DIR, used as it is, comes first. */
export function stateDirectory({
  env,
  platform,
  homeDirectory,
  workingDirectory,
}: Pick<CommandIo, 'env' | 'platform' | 'homeDirectory' | 'workingDirectory'>): string {
  const filled = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const chosen = filled('REGISTRAR_STATE_DIR');
  if (chosen !== undefined) return path.resolve(workingDirectory, chosen);
  if (platform === 'win32') {
    const local = filled('LOCALAPPDATA') ?? path.join(homeDirectory, 'AppData', 'Local');
    return path.join(local, folder);
  }
  if (platform === 'darwin')
    return path.join(homeDirectory, 'Library', 'Application Support', folder);
  const xdg = filled('XDG_STATE_HOME');
  // The XDG specification has relative paths ignored.
  const base =
    xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(homeDirectory, '.local', 'state');
  return path.join(base, folder);
}
