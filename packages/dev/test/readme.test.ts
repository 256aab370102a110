import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(__dirname, '..', '..', '..');
const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

test('the program of the README is the one that the quickstart example runs', () => {
  const block = /```ts\n([\s\S]*?)```/.exec(readText('README.md'))?.[1];
  expect(block).toBe(readText('examples/quickstart/src/quickstart.ts'));
});
