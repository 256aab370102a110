import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CommandIo } from '../command-io.js';
import { UsageError } from '../usage-error.js';

// A thousand times what ten thousand names take; more is a wrong file.
const maxBytes = 64 * 1024 * 1024;

/**
 * Reads a text file that the command line names.
 *
 * @param shownAs - stands for the file in messages, where its name may be a secret in the wrong place
 * @throws UsageError that names the file and says what is wrong with it.
 */
export async function readTextFile(
  file: string,
  io: CommandIo,
  shownAs: string = file,
): Promise<string> {
  const resolved = path.resolve(io.workingDirectory, file);
  let bytes: Uint8Array;
  try {
    if ((await stat(resolved)).size > maxBytes) throw tooLarge(shownAs);
    bytes = await readFile(resolved);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw unreadable(shownAs, shownAs === file ? `looked for ${resolved}` : undefined, error);
  }
  return decodeText(bytes, shownAs);
}

/** The same for a file or, as `-`, standard input. @throws UsageError */
export async function readTextFrom(source: string, io: CommandIo): Promise<string> {
  return source === '-' ? readStandardInput(io) : readTextFile(source, io);
}

/** Reads standard input to its end. @throws UsageError */
export async function readStandardInput(io: CommandIo): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of io.stdin) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > maxBytes) throw tooLarge('standard input');
    chunks.push(bytes);
  }
  return decodeText(Buffer.concat(chunks), 'standard input');
}

/** What the system says of a failed file operation, without its text. */
export function systemCodeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : 'unknown';
}

function decodeText(bytes: Uint8Array, source: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\u0000')) return text;
  } catch {
    // Said below, once for both.
  }
  throw new UsageError(`${source} is not UTF-8 text`, 'save it as UTF-8');
}

function unreadable(file: string, hint: string | undefined, error: unknown): UsageError {
  const code = systemCodeOf(error);
  const why: Record<string, string> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'it may not be read',
  };
  return new UsageError(`cannot read ${file}: ${why[code] ?? code}`, hint);
}

function tooLarge(source: string): UsageError {
  return new UsageError(`${source} is larger than 64 MB`, 'give a smaller list');
}
