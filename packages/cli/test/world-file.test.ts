import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { money } from '@registrar-kit/core';
import { demoAccounts } from '@registrar-kit/testing';
import { lockFile } from '../src/simulation/file-lock.js';
import { openWorld } from '../src/simulation/world-file.js';
import { temporaryFolder } from './run-command.js';

const folder = temporaryFolder();
afterAll(folder.remove);

let files = 0;
const freshFile = (): string => path.join(folder.path, `folder-${String(++files)}`, 'world.json');
const account = demoAccounts.user.id;

function fileHolding(text: string): string {
  const file = freshFile();
  mkdirSync(path.dirname(file));
  writeFileSync(file, text);
  return file;
}

describe('a world in a file', () => {
  it('comes back as it was saved, with nothing beside it', async () => {
    const file = freshFile();
    const first = await openWorld({ file, access: 'write' });
    first.world.deposit(account, money('12.50', 'USD'));
    first.save();
    first.release();
    const second = await openWorld({ file, access: 'read' });
    expect(second.world.balanceOf(account)).toContainEqual(money('1012.50', 'USD'));
    expect(readdirSync(path.dirname(file))).toEqual(['world.json']);
  });

  it('is not written by a reader', async () => {
    const file = freshFile();
    const kept = await openWorld({ file, access: 'read' });
    kept.world.deposit(account, money('1.00', 'USD'));
    kept.save();
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });

  it('lets one writer in at a time, and readers always', async () => {
    const file = freshFile();
    const first = await openWorld({ file, access: 'write' });
    first.save();
    await openWorld({ file, access: 'read' });
    await expect(openWorld({ file, access: 'write', waitMs: 60 })).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      message: expect.stringContaining(`is in use by process ${String(process.pid)}`),
    });
    first.release();
    const second = await openWorld({ file, access: 'write', waitMs: 60 });
    second.release();
  });

  it('takes over the lock of a process that no longer runs', async () => {
    const file = freshFile();
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    mkdirSync(`${file}.lock`, { recursive: true });
    writeFileSync(path.join(`${file}.lock`, 'holder'), String(dead));
    const taken = await lockFile(file, 0);
    expect('lock' in taken).toBe(true);
    expect(readdirSync(path.dirname(file))).toEqual(['world.json.lock']);
  });

  it.each([
    ['{ "format": ', 'is not JSON', 'delete it'],
    ['', 'is empty', 'delete it'],
    ['{}', 'cannot be used: ', 'delete it'],
    [
      JSON.stringify({ format: 'registrar-kit.registry-world', version: 99 }),
      'this package reads version 1',
      'delete it',
    ],
  ])('that holds %j is refused by name and left as it is', async (text, problem, cure) => {
    const file = fileHolding(text);
    const opening = openWorld({ file, access: 'write' });
    await expect(opening).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      issues: [
        {
          path: file,
          problem: expect.stringContaining(problem),
          cure: expect.stringContaining(cure),
        },
      ],
    });
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(readdirSync(path.dirname(file))).toEqual(['world.json']);
  });
});
