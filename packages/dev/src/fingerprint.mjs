import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { root, stateFolder } from './workspace.mjs';

/**
 * @param {readonly string[]} places files, and folders that count with all they hold; missing ones are skipped
 * @returns {string}
 */
export function fingerprint(places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap(listFiles)) {
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function listFiles(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/**
 * What a step left behind, told by the fingerprint of what it worked from.
 *
 * @param {string} name
 */
export function stamp(name) {
  const file = path.join(stateFolder, `${name}.stamp`);
  return {
    /** @returns {string | undefined} */
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
    /** @param {string} value */
    write: (value) => {
      mkdirSync(stateFolder, { recursive: true });
      writeFileSync(file, value);
    },
    /** Called before the work starts: a step that is broken off must not look finished. */
    clear: () => rmSync(file, { force: true }),
  };
}
