import { JournalError, journalMisconfigured, type JournalFault } from '@registrar-kit/core';
import { sqliteNotUsable } from './load-sqlite.js';

/** Whether another process holds the lock that a step needs; it passes by itself. */
export function isLocked(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/.test(codeOf(error));
}

/** What a failure of SQLite means to whoever runs the journal; any other error is returned as it is. */
export function translateSqliteError(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (!code.startsWith('SQLITE_')) return error;
  const [, fault, text] = faults.find(([pattern]) => pattern.test(code)) ?? [
    undefined,
    'failed' as const,
    'cannot be read or written',
  ];
  return new JournalError(fault, `the journal ${file} ${text} (${code})`);
}

const faults: readonly (readonly [RegExp, JournalFault, string])[] = [
  [/^SQLITE_FULL/, 'full', 'cannot grow; the disk is full'],
  [/^SQLITE_(?:BUSY|LOCKED)/, 'locked', 'is locked by another process'],
  [/^SQLITE_READONLY/, 'read_only', 'can only be read'],
  [/^SQLITE_(?:CORRUPT|NOTADB)/, 'lost', 'is damaged; restore it from a copy'],
];

/** What a failure to open means: mostly a wrong path, or a user without the right to write there. */
export function translateOpenError(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === 'ERR_DLOPEN_FAILED' || /bindings file/.test(String(error))) return sqliteNotUsable();
  const misuse = openFaults.get(code.replace(/^(SQLITE_CANTOPEN).*/, '$1'));
  if (misuse === undefined) return translateSqliteError(error, file);
  const [problem, cure] = misuse;
  return journalMisconfigured([{ path: 'path', problem: `${file} ${problem}`, cure }]);
}

const notAllowed = [
  'cannot be opened for writing',
  'give this user the right to write the file and its folder',
] as const;

const openFaults = new Map<string, readonly [problem: string, cure: string]>([
  ['ENOENT', ['is in a folder that does not exist', 'create the folder']],
  ['ENOTDIR', ['is below a file', 'give a path in a folder']],
  ['EISDIR', ['is a folder', 'give the name of a file']],
  ['EROFS', ['is on a file system that can only be read', 'give a path that can be written']],
  ['EACCES', notAllowed],
  ['EPERM', notAllowed],
  ['SQLITE_CANTOPEN', notAllowed],
  ['SQLITE_READONLY', notAllowed],
  ['SQLITE_NOTADB', ['is not a SQLite database', 'give a file of its own to the journal']],
]);

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}
