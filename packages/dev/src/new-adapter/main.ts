import { installNewPackage } from '../install.mjs';
import { SetupError } from '../setup-error.mjs';
import { root } from '../workspace.mjs';
import { planAdapter, PlanError } from './adapter-plan.js';
import { nextSteps } from './next-steps.js';
import { writeAdapter } from './write-adapter.js';

try {
  const plan = planAdapter(process.argv.slice(2));
  await writeAdapter(root, plan);
  // The package manager links the workspace's packages into it.
  await installNewPackage();
  console.log(`\n${nextSteps(plan)}`);
} catch (error) {
  if (!(error instanceof PlanError || error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof PlanError ? 2 : 1;
}
