import { isNativeError } from 'node:util/types';
import { ConfigurationError, isRegistrarError, type InputIssue } from '@registrar-kit/core';

const why =
  'without a durable journal an order whose answer is lost could be paid twice; nothing was sent';
const otherwise = 'to see the price, add --dry-run; to practise, add --simulate';

/** The engine is optional, and was left out. */
export function engineNotInstalled(): ConfigurationError {
  return fault({
    path: 'journal',
    problem: `@registrar-kit/sqlite, which remembers orders, cannot be loaded; ${why}`,
    cure: `run "npm install @registrar-kit/sqlite" where registrar-kit is installed (with -g where it is global); ${otherwise}`,
  });
}

/** What a failure of the journal means to whoever runs the command; any other error is returned as it is. */
export function journalFault(error: unknown): unknown {
  if (isRegistrarError(error, 'CONFIGURATION_INVALID') && namesTheEngine(error.issues))
    return notCompiled();
  if (!isNativeError(error) || error.name !== 'JournalError') return error;
  return fault({
    path: 'journal',
    problem: error.message,
    cure: 'put that right, or set REGISTRAR_STATE_DIR to another folder and keep to it',
  });
}

/** Whether the compiled part of the engine is what is missing. */
export function isNotCompiled(error: unknown): error is ConfigurationError {
  return isRegistrarError(error, 'CONFIGURATION_INVALID') && error.issues[0]?.path === enginePath;
}

/** The folder of the journal cannot be created. */
export function folderNotUsable(folder: string, code: string): ConfigurationError {
  return fault({
    path: 'journal',
    problem: `the folder ${folder} cannot be created (${code})`,
    cure: 'check its permissions, or set REGISTRAR_STATE_DIR to another folder',
  });
}

const enginePath = 'journal.engine';

function namesTheEngine(issues: readonly InputIssue[]): boolean {
  return issues.some(({ path }) => path === enginePath);
}

function notCompiled(): ConfigurationError {
  return fault({
    path: enginePath,
    problem: `better-sqlite3, with which orders are remembered, has no compiled part for Node ${process.versions.node}; ${why}`,
    cure: `allow its install script and run "npm rebuild better-sqlite3" where registrar-kit is installed; in a checkout of the repository run "npm test", which compiles it once; ${otherwise}`,
  });
}

function fault(issue: InputIssue): ConfigurationError {
  return new ConfigurationError({
    provider: 'registrar-kit',
    operation: 'openJournal',
    issues: [issue],
  });
}
