import { createRegistrar, volatileJournal } from '@registrar-kit/core';
import { createDemoWorld, serveSimulator } from '@registrar-kit/testing';
import { templateNames } from './index.js';
import { createTemplateNamesSimulator } from './simulator/index.js';

const served = await serveSimulator(createTemplateNamesSimulator({ world: createDemoWorld() }));
try {
  const registrar = createRegistrar(served.config, [templateNames], { journal: volatileJournal() });
  const { account } = await registrar.verifyAccess();
  console.log(`${registrar.provider} knows the account ${account}`);
} finally {
  await served.close();
}
