import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { createDemoWorld, serveSimulator } from '@registrar-kit/testing';

// quickstart.ts is the README's program to the letter; this file gives it a configuration and a simulator to talk to.
const folder = await mkdtemp(join(tmpdir(), 'registrar-kit-'));
const world = createDemoWorld();
const simulators = [createNamecheapSimulator({ world }), createDomainNameApiSimulator({ world })];
try {
  process.chdir(folder);
  for (const [index, simulator] of simulators.entries()) {
    const served = await serveSimulator(simulator);
    await writeFile('registrar.config.json', JSON.stringify(served.config));
    console.log(`# ${simulator.provider}`);
    // A module runs once for each different address; the program is to run once for each provider.
    await import(`./quickstart.ts?run=${String(index)}`);
    await served.close();
  }
} finally {
  process.chdir('/');
  await rm(folder, { recursive: true, force: true });
}
