import type { OperationName } from '@registrar-kit/core';
import {
  httpStatuses,
  restCodeEndings,
  restCodePattern,
  restCodes,
  uninformativeCodes,
} from '../domain-name-api-errors.js';
import type { FaultRow } from '../faults/fault-row.js';
import { legacyCodes } from '../faults/soap-codes.js';
import { textRows } from '../faults/text-faults.js';
import type { ErrorBody } from './error-body.js';

/** What a failed reply means, and whether its code is one that the table does not know. */
export interface FoundFault {
  readonly row: FaultRow;
  readonly unknownCode: boolean;
}

const decidingStatuses: readonly number[] = [401, 402, 405, 408, 502, 503, 504];
const unclassified: FaultRow = {
  meaning: 'unclassified',
  says: 'the request was refused',
  certainty: 'assumed',
  source: 'no row of the table',
};

/** Codes of the part that talks to registries; what an unlisted one did there nobody knows. */
const registryCode = /(?:^|[.:])Epp:\d{5}$/i;
const registryFault: FaultRow = {
  meaning: 'registry_fault',
  says: 'the registry, or the connection to it, reports a fault',
  certainty: 'assumed',
  source: 'no row of the table: deduced from Dna.DomainService:Epp:10001',
};

/**
 * The row for a reply: its code decides before the HTTP status, the status before the text. The three doors stay apart: 429 is
 * always a rate limit and nothing else becomes one by its words; 401 and 403 are exchanged only by rows that say so.
 */
export function findFault(
  status: number,
  body: ErrorBody | undefined,
  operation: string,
): FoundFault {
  const code = informative(body?.code, status);
  const byCode = code === undefined ? undefined : rowOfCode(code);
  const unknownCode = code !== undefined && byCode === undefined;
  const found = (row: FaultRow): FoundFault => ({ row, unknownCode });

  if (status === 429) return found(row(429));
  if (byCode !== undefined && !(byCode.meaning === 'throttled' && isDoor(status)))
    return found(byCode);

  const texts = textRows.filter(
    ({ contains, statuses, operations }) =>
      says(body, contains) &&
      (statuses?.includes(status) ?? true) &&
      (operations?.includes(operation as OperationName) ?? true),
  );
  const door = texts.find(({ movesDoor }) => movesDoor === true);
  if (door !== undefined) return found(door);
  const precise = texts.find(({ meaning }) => meaning === 'invalid_key');
  if (precise !== undefined) return found(precise);
  if (decidingStatuses.includes(status)) return found(row(status));
  if (body !== undefined && body.validation.length > 0) {
    return found(row(400));
  }
  // A text that the vendor's own client made, kept for completeness, must not turn a 403 into a 401.
  const text = texts.find(({ meaning }) => meaning !== 'unauthorized');
  if (text !== undefined) return found(text);
  if (code !== undefined && registryCode.test(code)) return found(registryFault);
  // A business code is no matter of permission, whatever the framework's status for it; a code of another kind says nothing.
  if (code !== undefined && (restCodePattern.test(code) || /^\d+$/.test(code)))
    return found(unclassified);
  return found(httpStatuses[status] ?? (status >= 500 ? row(500) : unclassified));
}

function rowOfCode(code: string): FaultRow | undefined {
  if (Object.hasOwn(restCodes, code)) return restCodes[code];
  const ending = Object.keys(restCodeEndings).find((end) => code.endsWith(end));
  if (ending !== undefined) return restCodeEndings[ending];
  return Object.hasOwn(legacyCodes, code) ? legacyCodes[code] : undefined;
}

/** A number that only repeats the HTTP status is no code of the vendor's, although the SOAP list holds the same numbers. */
function informative(code: string | undefined, status: number): string | undefined {
  return code === undefined || code === String(status) || uninformativeCodes.includes(code)
    ? undefined
    : code;
}

function row(status: number): FaultRow {
  return httpStatuses[status] ?? unclassified;
}

function isDoor(status: number): boolean {
  return status === 401 || status === 403;
}

function says(body: ErrorBody | undefined, fragment: string): boolean {
  return body?.texts.some((text) => text.toLowerCase().includes(fragment)) ?? false;
}
