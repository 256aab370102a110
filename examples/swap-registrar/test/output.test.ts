import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const folder = path.resolve(import.meta.dirname, '..');

void test('one program gives the same answers with every registrar', async () => {
  const program = ['--import', 'tsx', 'src/main.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: folder });
  const [, ...runs] = stdout.split(/\n# /);
  const answers = runs.map((run) => run.trim().split('\n\n')[0]?.split('\n') ?? []);
  assert.deepEqual(
    answers.map(([title, registrar]) => [title, registrar]),
    [
      ['registrar.config.json: "provider": "namecheap"', 'registrar      namecheap'],
      ['registrar.config.json: "provider": "domain-name-api"', 'registrar      domain-name-api'],
      ['REGISTRAR_PROVIDER=namecheap', 'registrar      namecheap'],
      ['REGISTRAR_PROVIDER=domain-name-api', 'registrar      domain-name-api'],
    ],
  );
  for (const [, , ...lines] of answers) {
    assert.deepEqual(lines.slice(0, 5), [
      'search         openai.com is taken',
      'search         mein-café.de is available',
      'search         harbour-lights.com is available',
      'price          harbour-lights.com costs 10.48 USD for a year',
      'order          harbour-lights.com is done',
    ]);
    assert.match(lines[5] ?? '', /^domain {9}active until \d{4}-\d\d-\d\d$/);
    assert.match(lines[6] ?? '', /^moving away {4}(?:not here: .+|getAuthCode gives the code)$/);
    assert.equal(lines.length, 7);
  }
  assert.match(
    stdout,
    /4 runs of one program, 2 registrars, 1 set of answers\. Nothing of it is real\.\n$/,
  );
});
