import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { sqliteStore, type SqliteStore } from './support/sqlite-store';
import { startWorker, type Worker } from './support/start-worker';

let store: SqliteStore;
beforeEach(() => {
  store = sqliteStore();
});
afterEach(() => store.destroy());

it('lets one of four racing processes begin each order', async () => {
  const workers = Array.from({ length: 4 }, () =>
    startWorker('journal-worker', store.path, 'k', '15'),
  );
  expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual(['', '', '', '']);
  const lines = workers.flatMap((worker) => worker.lines);
  const begun = lines.filter((line) => line.endsWith(' begun')).sort();
  expect(begun).toEqual(Array.from({ length: 15 }, (_, index) => `k${index} begun`).sort());
  expect(lines.filter((line) => line.endsWith(' exists'))).toHaveLength(45);
}, 30_000);

it('holds every order that a process reported before it was killed', async () => {
  const reported: string[] = [];
  for (const prefix of ['a', 'b', 'c']) {
    const worker = startWorker('journal-worker', store.path, prefix, '100000');
    await printedSomething(worker);
    worker.process.kill('SIGKILL');
    await worker.ended;
    reported.push(...worker.lines);
  }
  const journal = await store.open();
  for (const line of reported) {
    const [key = '', status] = line.split(' ');
    expect(status).toBe('begun');
    expect((await journal.find('race', key))?.state).toEqual({ status: 'started' });
  }
}, 30_000);

it('lets processes that write the same take turns, and does not wait for ever for one that was killed', async () => {
  const shared = `${store.path}.counter`;
  writeFileSync(shared, '0');
  const dead = startWorker('lease-worker', store.path, shared, 'dead', '1');
  expect(await dead.ended).toBe('');
  expect(dead.lines).toEqual(['dead was killed while it held the lease']);
  const holders = ['a', 'b', 'c', 'd'];
  const workers = holders.map((holder) =>
    startWorker('lease-worker', store.path, shared, holder, '15'),
  );
  expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual(['', '', '', '']);
  expect(readFileSync(shared, 'utf8')).toBe('60');
}, 30_000);

async function printedSomething(worker: Worker): Promise<void> {
  while (worker.lines.length < 5) {
    if (worker.process.exitCode !== null) throw new Error(await worker.ended);
    await delay(5);
  }
  await delay(Math.random() * 50);
}
