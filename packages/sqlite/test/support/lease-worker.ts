import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { sqliteJournal } from '@registrar-kit/sqlite';

// Adds 1 to the number in a file, so often, each time under one lease. The holder called `dead` is killed while it has it.
const [path = '', shared = '', holder = '', count = '0'] = process.argv.slice(2);
const journal = sqliteJournal({ path, leaseMs: 2000 });
for (let index = 0; index < Number(count); index++) {
  while (!(await journal.takeLease('race', 'counter', holder))) await delay(5);
  if (holder === 'dead') {
    writeSync(1, 'dead was killed while it held the lease\n');
    process.kill(process.pid, 'SIGKILL');
  }
  const before = Number(readFileSync(shared, 'utf8'));
  await delay(2);
  writeFileSync(shared, String(before + 1));
  await journal.dropLease('race', 'counter', holder);
}
await journal.close();
