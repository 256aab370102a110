import { Secret } from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import type { CommandIo } from '../command-io.js';
import { UsageError } from '../usage-error.js';
import { readStandardInput, readTextFile } from './read-text-file.js';

const theFile = 'the file of --auth-code-file';
const ways =
  'give --auth-code-file <file> (- is standard input), set REGISTRAR_AUTH_CODE, or run it on a terminal, which asks';

/**
 * The auth code of `--auth-code-file`, else of REGISTRAR_AUTH_CODE. Never from an argument: others on the machine can see those,
 * and the shell remembers them.
 *
 * @throws UsageError when the file holds none.
 */
export async function readAuthCode(
  { 'auth-code-file': file }: OptionValues,
  io: CommandIo,
): Promise<Secret | undefined> {
  // Somebody may have typed the code where the name of its file belongs, so that no fault quotes it.
  if (file !== undefined)
    return codeIn(
      await (file === '-' ? readStandardInput(io) : readTextFile(file, io, theFile)),
      file === '-' ? 'standard input' : theFile,
    );
  const variable = (io.env['REGISTRAR_AUTH_CODE'] ?? '').trim();
  return variable === '' ? undefined : new Secret(variable);
}

/** The same, and where there is neither, the person at the terminal is asked. @throws UsageError when there is nobody. */
export async function needAuthCode(values: OptionValues, io: CommandIo): Promise<Secret> {
  const given = await readAuthCode(values, io);
  if (given !== undefined) return given;
  const canAsk = values.json !== true && io.stdin.isTTY === true && io.stderr.isTTY === true;
  const typed = canAsk
    ? (await io.askSecret('Auth code from the losing registrar (not shown): ')).trim()
    : '';
  if (typed === '') throw new UsageError('a transfer needs the auth code', ways);
  return new Secret(typed);
}

function codeIn(text: string, source: string): Secret {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [code, extra] = lines;
  if (code === undefined || extra !== undefined)
    throw new UsageError(
      `${source} holds ${code === undefined ? 'nothing' : 'more than one line'}`,
      'give the auth code and nothing else',
    );
  return new Secret(code);
}
