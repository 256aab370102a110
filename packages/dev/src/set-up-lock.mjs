import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stateFolder } from './workspace.mjs';

const lockFolder = path.join(stateFolder, 'lock');
const ownerFile = path.join(lockFolder, 'owner');
const POLL_MS = 100;

/**
 * Two terminals may start at once; one sets up and the other waits for it.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetUpLock(work) {
  let told = false;
  while (!tryLock()) {
    const owner = readOwner();
    if (owner !== undefined && !isAlive(owner)) {
      dropLockOf(owner);
      continue;
    }
    if (!told) console.error('waiting for another set-up of this workspace to finish');
    told = true;
    await delay(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

/** @returns {boolean} */
function tryLock() {
  mkdirSync(stateFolder, { recursive: true });
  const prepared = `${lockFolder}.${process.pid}`;
  mkdirSync(prepared, { recursive: true });
  writeFileSync(path.join(prepared, 'owner'), String(process.pid));
  try {
    // A rename onto a folder that holds a file fails, so the lock appears at once and with its owner in it.
    renameSync(prepared, lockFolder);
    return true;
  } catch {
    rmSync(prepared, { recursive: true, force: true });
    return false;
  }
}

/** @returns {number | undefined} */
function readOwner() {
  try {
    return Number(readFileSync(ownerFile, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {number} processId
 * @returns {boolean}
 */
function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {number} owner a process that ended without giving the lock back */
function dropLockOf(owner) {
  if (readOwner() === owner) rmSync(lockFolder, { recursive: true, force: true });
}
