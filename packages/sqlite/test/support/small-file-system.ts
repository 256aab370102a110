import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own that holds next to nothing, where this machine lets a test have one. */
export interface SmallFileSystem {
  readonly usable: boolean;
  readonly folder: string;
  mount(): void;
  unmount(): void;
  remount(how: 'ro' | 'rw'): void;
  /** Writes a file that takes all the room there is. */
  fill(file: string): void;
}

export function smallFileSystem(): SmallFileSystem {
  const folder = mkdtempSync(join(tmpdir(), 'registrar-kit-disk-'));
  const run = (program: string, ...args: readonly string[]): void => {
    execFileSync(program, args, { stdio: 'ignore' });
  };
  const mount = (): void => run('mount', '-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder);
  const unmount = (): void => run('umount', folder);
  process.once('exit', () => {
    try {
      rmdirSync(folder);
    } catch {
      // Still mounted, which a run that is broken off leaves behind.
    }
  });
  return {
    usable: isPermitted(() => {
      mount();
      unmount();
    }),
    folder,
    mount,
    unmount,
    remount: (how) => run('mount', '-o', `remount,${how}`, folder),
    fill: (file) => {
      const descriptor = openSync(file, 'w');
      try {
        for (let size = 65_536; size >= 1; size /= 2) writeAll(descriptor, size);
      } finally {
        closeSync(descriptor);
      }
    },
  };
}

function isPermitted(attempt: () => void): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

/** Writes pieces of a size until one no longer fits. */
function writeAll(descriptor: number, size: number): void {
  const piece = Buffer.alloc(size);
  for (;;) {
    try {
      if (writeSync(descriptor, piece) < size) return;
    } catch {
      return;
    }
  }
}
