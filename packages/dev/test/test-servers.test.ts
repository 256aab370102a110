import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findFreePort } from '../src/test-servers/free-port';
import { findServer } from '../src/test-servers/server-programs';
import { ServerProcess } from '../src/test-servers/server-process';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registrar-kit-servers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('findServer', () => {
  const path = process.env['PATH'];
  afterEach(() => {
    process.env['PATH'] = path;
  });

  it('finds a program on the path, and only one that can be run', () => {
    const program = join(folder, 'redis-server');
    process.env['PATH'] = `:${folder}`;
    writeFileSync(program, '#!/bin/sh\n');
    chmodSync(program, 0o644);
    expect(findServer('redis')).not.toBe(folder);
    chmodSync(program, 0o755);
    expect(findServer('redis')).toBe(folder);
  });
});

describe('ServerProcess', () => {
  const serverOn = async (program: string): Promise<ServerProcess> => {
    const port = await findFreePort();
    return new ServerProcess({
      command: process.execPath,
      args: ['-e', program.replace('PORT', String(port))],
      readyText: /listening/,
      stopSignal: 'SIGTERM',
      crashSignal: 'SIGKILL',
      folder,
      url: `tcp://127.0.0.1:${port}`,
    });
  };
  const answers = (url: string): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  const listening = `require('net').createServer().listen(PORT, '127.0.0.1', () => console.log('listening'))`;

  it('is there once started, gone once stopped or crashed, and starts again', async () => {
    const server = await serverOn(listening);
    for (const end of [() => server.stop(), () => server.crash(), () => server.destroy()]) {
      await server.start();
      expect(await answers(server.url)).toBe(true);
      await end();
      expect(await answers(server.url)).toBe(false);
    }
  });

  it('starts a server that fails at first because the last one has not let go yet', async () => {
    const mark = JSON.stringify(join(folder, 'mark'));
    const server = await serverOn(
      `const fs = require('fs'); if (!fs.existsSync(${mark})) { fs.writeFileSync(${mark}, ''); process.exit(1); } ${listening}`,
    );
    await server.start();
    expect(await answers(server.url)).toBe(true);
    await server.destroy();
  });
});
