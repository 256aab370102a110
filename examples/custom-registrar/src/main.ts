import { volatileJournal } from '@registrar-kit/core';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { createDemoWorld, serveSimulator } from '@registrar-kit/testing';
import { createHarbourNamesSimulator } from './simulator/index.js';
import { buyAName } from './buy-a-name.js';

// The same program for three registrars: the one of this folder is chosen by configuration like the two that come with it.
const simulators = [
  createNamecheapSimulator,
  createDomainNameApiSimulator,
  createHarbourNamesSimulator,
];

for (const createSimulator of simulators) {
  const served = await serveSimulator(createSimulator({ world: createDemoWorld() }));
  try {
    await buyAName(served.config, { journal: volatileJournal() });
  } finally {
    await served.close();
  }
}
