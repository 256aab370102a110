import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CommandIo } from '../command-io.js';
import { systemCodeOf } from '../input/read-text-file.js';
import { UsageError } from '../usage-error.js';

/** Writes a file that the command line names, in place of what it held. @throws UsageError that names it. */
export async function writeTextFile(file: string, text: string, io: CommandIo): Promise<void> {
  const resolved = path.resolve(io.workingDirectory, file);
  try {
    await writeFile(resolved, text);
  } catch (error) {
    throw new UsageError(
      `cannot write ${file} (${systemCodeOf(error)})`,
      'check its folder and its permissions, or name another',
    );
  }
}
