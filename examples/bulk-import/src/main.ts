import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { createDemoWorld, serveSimulator } from '@registrar-kit/testing';
import { runImport } from './run-import.js';

// import-names.ts is the program; this file gives it a registrar and 5,000 names, and kills it twice.
const names = Array.from({ length: 5000 }, (_, index) =>
  index % 500 === 7 ? `taken-${String(index)}.com` : `harbour-${String(index)}.com`,
);
const world = createDemoWorld();
for (const name of names) if (name.startsWith('taken')) world.setTaken(name);

let requests = 0;
// Namecheap permits 20 calls a minute, 50 names each: five minutes for all. A minute passes in 0.3 seconds here.
const served = await serveSimulator(createNamecheapSimulator({ world, quota: { speed: 200 } }), {
  onHandled: () => (requests += 1),
});
const folder = await mkdtemp(path.join(tmpdir(), 'registrar-kit-'));
try {
  await writeFile(path.join(folder, 'registrar.config.json'), JSON.stringify(served.config));
  await writeFile(path.join(folder, 'names.txt'), `${names.join('\n')}\n`);

  console.log(`${String(names.length)} names to ask for`);
  for (const killAfter of [1200, 3100, Infinity]) {
    const { ended, first = 'nothing', last = 'nothing' } = await runImport(folder, killAfter);
    console.log(`run: told of ${first} first, of ${last} last, and was ${ended}`);
  }

  const results = (await readFile(path.join(folder, 'results.jsonl'), 'utf8')).trim().split('\n');
  const rows = results.map((line) => JSON.parse(line) as { input: string; availability: string });
  const inOrder = rows.every(({ input }, index) => input === names[index]);
  const available = rows.filter(({ availability }) => availability === 'available').length;
  console.log(`${String(rows.length)} results, ${String(new Set(results).size)} different`);
  console.log(
    inOrder ? 'each name once, in the order of the list' : 'names are missing or doubled',
  );
  console.log(`${String(available)} are available`);
  const fewest = names.length / 50;
  console.log(`at least ${String(fewest)} requests are needed; ${cost(requests - fewest)}`);
} finally {
  await served.close();
  await rm(folder, { recursive: true, force: true });
}

/** What was answered and not yet safe when the import was killed is asked for again. */
function cost(more: number): string {
  return more <= 20 ? 'two kills cost a few more' : `two kills cost ${String(more)} more`;
}
