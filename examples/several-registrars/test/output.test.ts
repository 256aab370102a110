import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const folder = path.resolve(import.meta.dirname, '..');

void test('three accounts search, compare, buy and survive one that is down', async () => {
  const program = ['--import', 'tsx', 'src/main.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: folder });
  const lines = stdout.split('\n').map((line) => line.replace(/ {2,}/g, ' | '));
  assert.deepEqual(lines, [
    '',
    '# Who sells what, and who answered',
    'openai.com | taken | main',
    'harbour-lights.com | available | main',
    'harbour-lights.co.uk | available | second',
    'kuzey-ışığı.com.tr | available | dna',
    '',
    '# What harbour-lights.com costs for two years',
    'dna | 19.20 USD',
    'main | 20.96 USD',
    'cheapest | dna in USD',
    '',
    '# Bought where it is cheapest',
    'harbour-lights.com | done | dna',
    '',
    '# Where domains are',
    'harbour-lights.com | dna | all were asked',
    'demo-bakery.com | main | all were asked',
    'nobodys-bakery.com | in none | all were asked',
    '',
    '# The same search with dna down',
    'openai.com | taken | main',
    'harbour-lights.com | taken | main',
    'harbour-lights.co.uk | available | second',
    'kuzey-ışığı.com.tr | unknown | dna | PROVIDER_UNAVAILABLE',
    '',
  ]);
});
