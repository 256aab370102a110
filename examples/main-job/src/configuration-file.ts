import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The one file that both runs read. */
export interface ConfigurationFile {
  readonly path: string;
  /** Changes `provider` and nothing else; answers the line that changed. */
  choose(provider: string): Promise<string>;
  remove(): Promise<void>;
}

/** Writes a configuration with a section per registrar into a folder of its own. */
export async function writeConfigurationFile(
  sections: Readonly<Record<string, Record<string, unknown>>>,
): Promise<ConfigurationFile> {
  const folder = await mkdtemp(join(tmpdir(), 'registrar-kit-'));
  const path = join(folder, 'registrar.config.json');
  const first = Object.keys(sections)[0];
  await writeFile(
    path,
    `${JSON.stringify({ provider: first, environment: 'test', ...sections }, null, 2)}\n`,
    { mode: 0o600 },
  );
  return {
    path,
    choose: async (provider) => {
      const line = `"provider": "${provider}"`;
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace(/"provider": "[^"]*"/, line), { mode: 0o600 });
      return line;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
