import type { DnsRecord, RecordPlan } from '@registrar-kit/core';
import type { CommandIo } from '../command-io.js';
import { readJsonObject } from '../input/read-json-object.js';
import { UsageError } from '../usage-error.js';

/** Reads `--plan`: what `records plan` wrote with `--out` or `--json`. @throws UsageError */
export async function readPlan(source: string | undefined, io: CommandIo): Promise<RecordPlan> {
  if (source === undefined)
    throw new UsageError(
      'records apply needs a plan',
      'make one with: registrar records plan <name> --add … --out plan.json',
    );
  const document = await readJsonObject(source, io);
  // With --json each document says whether a simulator gave it.
  const plan = Object.fromEntries(
    Object.entries(document).filter(([field]) => field !== 'simulated'),
  );
  if (isPlan(plan)) return plan;
  throw new UsageError(
    `${source === '-' ? 'standard input' : source} holds no plan`,
    'give what registrar records plan wrote, as it is',
  );
}

/** Enough to show it; the library checks the rest, and compares it with the zone. */
function isPlan(value: object): value is RecordPlan {
  const { domain, added, removed, kept, losses, zoneFingerprint } = value as Partial<
    Record<keyof RecordPlan, unknown>
  >;
  return (
    typeof domain === 'string' &&
    typeof zoneFingerprint === 'string' &&
    [added, removed, kept].every((list) => Array.isArray(list) && list.every(isRecord)) &&
    Array.isArray(losses) &&
    losses.every((loss) => typeof loss === 'string')
  );
}

function isRecord(value: unknown): value is DnsRecord {
  const { type, name, value: data } = Object(value) as Partial<Record<keyof DnsRecord, unknown>>;
  return [type, name, data].every((field) => typeof field === 'string');
}
