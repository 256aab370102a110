import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { registrarConfigFromEnv, type RegistrarProvider } from '@registrar-kit/core';

/** Where the configuration of a program comes from. */
export interface Surroundings {
  /** Where the program was started. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The configuration: `registrar.config.json` where there is one, else the environment variables. */
export async function loadConfig(
  { folder, env }: Surroundings,
  providers: readonly RegistrarProvider[],
): Promise<unknown> {
  const file = path.join(folder, 'registrar.config.json');
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8'));
  const config = registrarConfigFromEnv(providers, env);
  // A variable of this example alone, which leads to a simulator instead of the registrar's own address.
  const { EXAMPLE_BASE_URL: baseUrl } = env;
  return baseUrl === undefined ? config : { ...config, baseUrl };
}
