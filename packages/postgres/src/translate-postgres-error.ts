import { JournalError, journalMisconfigured, type JournalFault } from '@registrar-kit/core';
import { StepTimedOut } from './transaction.js';

/** What a failure means to whoever runs the journal. Neither the text nor the object that `pg` made is passed on. */
export function translatePostgresError(error: unknown, schema: string): unknown {
  if (error instanceof StepTimedOut) return fault('unreachable', 'did not answer in time', schema);
  const code = codeOf(error);
  const misuse = misuses.find(([pattern]) => pattern.test(code));
  if (misuse !== undefined) {
    const [, path, problem, cure] = misuse;
    return journalMisconfigured([{ path, problem: `${problem} (${code})`, cure }]);
  }
  const known = faults.find(([pattern]) => pattern.test(code));
  if (known !== undefined) return fault(known[1], `${known[2]} (${code})`, schema);
  if (endsConnection(error)) return fault('unreachable', 'closed the connection', schema);
  return /^[0-9A-Z]{5}$/.test(code) ? fault('failed', `failed (${code})`, schema) : error;
}

/** Whether a step failed because its connection did, so that it may fare better over another one. */
export function isConnectionLost(error: unknown): boolean {
  return lost.test(codeOf(error)) || endsConnection(error);
}

const lost = /^(?:08|57P|25P03|ECONNRESET$|EPIPE$)/;

/** `pg` gives no code to a connection that ends under a statement. */
function endsConnection(error: unknown): boolean {
  return /^(?:Connection terminated|Client was closed)/.test(messageOf(error));
}

function fault(kind: JournalFault, text: string, schema: string): JournalError {
  return new JournalError(kind, `the journal in PostgreSQL (schema ${schema}) ${text}`);
}

/** By SQLSTATE, or by the error number of the connection. */
const faults: readonly (readonly [RegExp, JournalFault, string])[] = [
  [/^(?:53100|53200|53400|54)/, 'full', 'has no space left'],
  [/^25006$/, 'read_only', 'can only be read'],
  [/^(?:55P03|57014|40)/, 'locked', 'is locked by another process'],
  [/^(?:08|57P|53300|25P03|E[A-Z]+$)/, 'unreachable', 'cannot be reached'],
  [/^(?:42P01|42703|3F000|XX00[12])/, 'lost', 'was changed or damaged by others'],
];

const misuses: readonly (readonly [RegExp, path: string, problem: string, cure: string])[] = [
  [/^28/, 'pool', 'PostgreSQL does not accept the user or the password', 'correct them'],
  [/^ERR_/, 'connectionString', 'cannot be read', 'give postgres://user:password@host/database'],
  [/^3D000$/, 'pool', 'PostgreSQL has no such database', 'create it'],
  [
    /^42501$/,
    'schema',
    'the user may not create or use the schema',
    'create it and grant CREATE and USAGE on it to the user',
  ],
];

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}

function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return '';
  return String(error.message);
}
