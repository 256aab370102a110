import { JournalError, journalMisconfigured, type JournalFault } from '@registrar-kit/core';

/** The server did not answer in time. */
export class StepTimedOut extends Error {
  override readonly name = 'StepTimedOut';
}

/** What a failure means to whoever runs the journal. The object that ioredis made, which may hold a password, is dropped. */
export function translateRedisError(error: unknown, base: string): unknown {
  const text = describe(error);
  const fault = (kind: JournalFault, what: string): JournalError =>
    new JournalError(kind, `the journal in Redis (${base}) ${what}`);
  if (error instanceof StepTimedOut) return fault('unreachable', 'did not answer in time');
  const refused = /\b(?:NOAUTH|WRONGPASS|NOPERM)\b/.exec(text);
  if (refused !== null) {
    const problem = `Redis does not accept the user, the password or the command (${refused[0]})`;
    const cure = 'correct them, and allow scripts and the keys below the prefix';
    return journalMisconfigured([{ path: 'client', problem, cure }]);
  }
  for (const [pattern, kind, what] of faults) {
    const found = pattern.exec(text);
    if (found !== null) return fault(kind, `${what} (${found[0]})`);
  }
  return isReply(error) ? fault('failed', 'failed') : error;
}

/** By the first word of the server's answer (older servers put other words before it), or the connection's error number. */
const faults: readonly (readonly [RegExp, JournalFault, string])[] = [
  [/\bOOM\b/, 'full', 'has no memory left'],
  [/\bMISCONF\b/, 'full', 'cannot write to its disk'],
  [/\bREADONLY\b/, 'read_only', 'can only be read'],
  [/\bBUSY\b/, 'locked', 'is busy with a script of others'],
  [/\b(?:JOURNAL_LOST|WRONGTYPE)\b/, 'lost', 'was changed or emptied by others'],
  [
    /\b(?:LOADING|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOREPLICAS|MaxRetriesPerRequestError|Connection is closed|E[A-Z]{4,})\b/,
    'unreachable',
    'cannot be reached',
  ],
];

function isReply(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'name' in error && error.name === 'ReplyError'
  );
}

function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { name, code, message } = error as Partial<NodeJS.ErrnoException>;
  return [name, code, message].join(' ');
}
