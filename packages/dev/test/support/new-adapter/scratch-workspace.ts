import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '../../../../..');
const configuration = ['.prettierrc.json', 'jest.config.ts', 'package.json', 'tsconfig.base.json'];

/** How a program ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A workspace that looks like this one and holds its packages as links, so that a new one can be written beside them. */
export class ScratchWorkspace {
  readonly root = mkdtempSync(path.join(tmpdir(), 'registrar-kit-new-adapter-'));

  constructor() {
    for (const file of configuration) copyFileSync(path.join(root, file), this.path(file));
    symlinkSync(path.join(root, 'node_modules'), this.path('node_modules'));
    for (const parent of ['packages', 'examples']) {
      mkdirSync(this.path(parent));
      for (const name of readdirSync(path.join(root, parent)))
        symlinkSync(path.join(root, parent, name), this.path(parent, name));
    }
  }

  path(...parts: readonly string[]): string {
    return path.join(this.root, ...parts);
  }

  /** What lies where the command may write. */
  listing(): readonly string[] {
    return ['packages', 'examples'].flatMap((parent) =>
      readdirSync(this.path(parent)).map((name) => `${parent}/${name}`),
    );
  }

  newAdapter(...args: readonly string[]): Promise<Ended> {
    const worker = path.join(__dirname, '../write-adapter-worker.ts');
    return this.#run(root, ['--import', 'tsx', worker, this.root, ...args]);
  }

  /** What the package manager does: any adapter of this workspace has all that a new one needs. */
  link(folder: string): void {
    const linked = path.join(root, 'packages', 'domain-name-api', 'node_modules');
    symlinkSync(linked, this.path(folder, 'node_modules'));
  }

  /** Runs a program out of the development dependencies. */
  tool(program: string, ...args: readonly string[]): Promise<Ended> {
    return this.#run(this.root, [path.join(root, 'node_modules', program), ...args]);
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }

  #run(cwd: string, args: readonly string[]): Promise<Ended> {
    return new Promise((resolve) => {
      const options = { cwd, maxBuffer: 64 * 1024 * 1024 };
      execFile(process.execPath, args, options, (error, stdout, stderr) => {
        resolve({ code: Number(error?.code ?? 0), stdout, stderr });
      });
    });
  }
}
