import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { RegistrarProvider } from '@registrar-kit/core';
import type { RegistrarSimulator, RegistryWorld, SimulatorQuota } from '@registrar-kit/testing';

/** An adapter of this workspace. */
export interface Adapter {
  readonly provider: RegistrarProvider;
  /** Of its package, absolute. */
  readonly folder: string;
  readonly createSimulator: CreateSimulator;
}

type CreateSimulator = (options: {
  readonly world: RegistryWorld;
  readonly quota: SimulatorQuota;
}) => RegistrarSimulator;

const root = path.join(__dirname, '../../../..');

/** Every adapter there is, told by its simulator: a new one is found without being written down anywhere. */
export const adapters: readonly Adapter[] = ['packages', 'examples'].flatMap((parent) =>
  readdirSync(path.join(root, parent))
    .sort()
    .map((name) => path.join(root, parent, name))
    .filter((folder) => existsSync(path.join(folder, 'src', 'simulator', 'index.ts')))
    .map(load),
);

function load(folder: string): Adapter {
  const provider = exportsOf(folder, 'src/index.ts').find(isProvider);
  const create = exportsOf(folder, 'src/simulator/index.ts').find(
    (value) => typeof value === 'function' && /^create\w+Simulator$/.test(value.name),
  );
  if (provider === undefined || create === undefined)
    throw new Error(`${folder} exports no provider, or no function that creates its simulator`);
  return { provider, folder, createSimulator: create as CreateSimulator };
}

function exportsOf(folder: string, file: string): readonly unknown[] {
  // The type check knows no folder that is listed at run time.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return Object.values(require(path.join(folder, file)) as object);
}

function isProvider(value: unknown): value is RegistrarProvider {
  return typeof value === 'object' && value !== null && 'parseConfig' in value && 'id' in value;
}
