import type { DnsRecord, RecordChange } from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import type { CommandIo } from '../command-io.js';
import { readJsonObject } from '../input/read-json-object.js';
import { UsageError } from '../usage-error.js';
import { readRecordLine, readSelectorLine } from './read-record-line.js';

/** The change that `--add`, `--remove` or `--file` describe. @throws UsageError */
export async function readChange(
  { add = [], remove = [], file }: OptionValues,
  io: CommandIo,
): Promise<RecordChange> {
  if (file === undefined) {
    if (add.length === 0 && remove.length === 0)
      throw new UsageError(
        'records plan needs a change',
        'give --add and --remove, or --file <change.json>',
      );
    return {
      ...(add.length === 0 ? {} : { add: add.map(readRecordLine) }),
      ...(remove.length === 0 ? {} : { remove: remove.map(readSelectorLine) }),
    };
  }
  if (add.length > 0 || remove.length > 0)
    throw new UsageError('--file holds the whole change', 'leave out --add and --remove');
  const change = await readJsonObject(file, io);
  // What `records --json` printed is the zone that should stand again. Each record is checked by the library.
  const { records } = change;
  return Array.isArray(records) ? { replaceAll: records as DnsRecord[] } : change;
}
