import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const folder = path.resolve(import.meta.dirname, '..');

void test('an import that is killed twice has each of the 5,000 names once', async () => {
  const program = ['--import', 'tsx', 'src/main.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: folder });
  const [head, first = '', second = '', third = '', ...rest] = stdout.trimEnd().split('\n');
  assert.equal(head, '5000 names to ask for');
  const run = /^run: told of (\d+) of 5000 first, of (\d+) of 5000 last, and was (\w+)$/;
  const runs = [first, second, third].map((line) => run.exec(line)?.slice(1) ?? [line]);
  assert.deepEqual(
    runs.map(([, , ended]) => ended),
    ['killed', 'killed', 'finished'],
  );
  const [[begun, reached], [goesOn, further], [again, end]] = runs.map((numbers) =>
    numbers.map(Number),
  ) as [number[], number[], number[]];
  assert.equal(begun, 100);
  // Nobody begins anew, and nobody loses more than what was not safe yet.
  assert.ok(Number(reached) >= 1200 && Number(goesOn) >= Number(reached) + 100);
  assert.ok(Number(further) >= 3100 && Number(again) >= Number(further) + 100);
  assert.equal(end, 5000);
  assert.deepEqual(rest, [
    '5000 results, 5000 different',
    'each name once, in the order of the list',
    '4990 are available',
    'at least 100 requests are needed; two kills cost a few more',
  ]);
});
