import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fingerprint } from '../src/fingerprint.mjs';

describe('fingerprint', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'registrar-kit-fingerprint-'));
    mkdirSync(path.join(folder, 'src', 'deep'), { recursive: true });
    writeFileSync(path.join(folder, 'src', 'deep', 'a.ts'), 'one');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('stays the same while nothing changes', () => {
    expect(fingerprint([folder])).toBe(fingerprint([folder]));
  });

  it('changes with a file deep inside', () => {
    const before = fingerprint([folder]);
    writeFileSync(path.join(folder, 'src', 'deep', 'a.ts'), 'two');
    expect(fingerprint([folder])).not.toBe(before);
  });

  it('changes with a new file, even an empty one', () => {
    const before = fingerprint([folder]);
    writeFileSync(path.join(folder, 'src', 'b.ts'), '');
    expect(fingerprint([folder])).not.toBe(before);
  });

  it('passes over what is not there', () => {
    expect(fingerprint([path.join(folder, 'gone')])).toBe(fingerprint([]));
  });
});
