import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  ConfigurationError,
  registrarConfigFromEnv,
  type RegistrarProvider,
} from '@registrar-kit/core';
import type { CommandIo } from '../command-io.js';
import { readJson } from '../input/read-json.js';
import { systemCodeOf } from '../input/read-text-file.js';

const defaultFile = 'registrar.config.json';

/** A configuration as it was found; `createRegistrar` checks what stands in it. */
export interface FoundConfiguration {
  readonly config: Readonly<Record<string, unknown>>;
  /** Where it was found, for people. */
  readonly source: string;
}

/**
 * The configuration of a file: the one that is named, else `registrar.config.json` where the command was started, if there is
 * one.
 *
 * @throws ConfigurationError when the file named is missing, or is no JSON object.
 */
export async function findConfigurationFile(
  named: string | undefined,
  io: CommandIo,
): Promise<FoundConfiguration | undefined> {
  const file = named ?? defaultFile;
  const resolved = path.resolve(io.workingDirectory, file);
  if (named === undefined && !existsSync(resolved)) return undefined;
  let text: string;
  try {
    text = await readFile(resolved, 'utf8');
  } catch (error) {
    const code = systemCodeOf(error);
    throw code === 'ENOENT'
      ? fault(file, 'does not exist', `create ${resolved}, or name another file`)
      : fault(file, `cannot be read (${code})`, 'name a file that can');
  }
  const reading = readJson(text);
  if (!reading.ok) throw fault(file, reading.problem, 'correct the file');
  const { value } = reading;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw fault(file, 'is not a JSON object', 'write { "provider": …, "environment": … }');
  return { config: value as Readonly<Record<string, unknown>>, source: file };
}

/**
 * The configuration of the environment variables, where REGISTRAR_PROVIDER is set.
 *
 * @throws ConfigurationError when they are incomplete.
 */
export function configurationFromVariables(
  providers: readonly RegistrarProvider[],
  env: CommandIo['env'],
  overrides: { readonly provider?: string | undefined; readonly environment?: string | undefined },
): FoundConfiguration | undefined {
  if (!hasConfigurationVariables(env)) return undefined;
  const config = registrarConfigFromEnv(providers, {
    ...env,
    REGISTRAR_PROVIDER: overrides.provider ?? env['REGISTRAR_PROVIDER'],
    REGISTRAR_ENVIRONMENT: overrides.environment ?? env['REGISTRAR_ENVIRONMENT'],
  });
  return { config, source: 'environment variables' };
}

export function hasConfigurationVariables(env: CommandIo['env']): boolean {
  return (env['REGISTRAR_PROVIDER'] ?? '').trim() !== '';
}

function fault(file: string, problem: string, cure: string): ConfigurationError {
  return new ConfigurationError({
    provider: 'registrar-kit',
    operation: 'createRegistrar',
    issues: [{ path: file, problem, cure }],
  });
}
