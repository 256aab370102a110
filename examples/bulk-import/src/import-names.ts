import { appendFileSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRegistrar } from '@registrar-kit/core';
import { namecheap } from '@registrar-kit/namecheap';
import { readCheckpoint, writeCheckpoint } from './checkpoint.js';

// The import itself: names.txt in, results.jsonl out, in the folder that is named. It can be killed at any moment and started again.
process.chdir(process.argv[2] ?? '.');
const [results, checkpointFile] = ['results.jsonl', 'import.checkpoint'];
const rowsPerCheckpoint = 100;

const config: unknown = JSON.parse(readFileSync('registrar.config.json', 'utf8'));
const domains = readFileSync('names.txt', 'utf8').trim().split('\n');
const registrar = createRegistrar(config, [namecheap]);

const earlier = readCheckpoint(checkpointFile, results);
const stream = registrar.streamAvailability({
  domains,
  ...(earlier === undefined ? {} : { resumeFrom: earlier.resumeToken }),
});

let lines = '';
for await (const { input, availability, reason } of stream) {
  lines += `${JSON.stringify({ input, availability, reason })}\n`;
  const { done, total } = stream.progress;
  if (done % rowsPerCheckpoint !== 0 && done !== total) continue;
  // First the rows, then what says that they are there. Killed in between, the rows are cut off and asked for again.
  appendFileSync(results, lines);
  lines = '';
  writeCheckpoint(checkpointFile, {
    resumeToken: stream.resumeToken,
    bytes: statSync(results).size,
  });
  console.log(`${String(done)} of ${String(total)}`);
}
rmSync(checkpointFile);
