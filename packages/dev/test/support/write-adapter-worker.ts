import { planAdapter, PlanError } from '../../src/new-adapter/adapter-plan.js';
import { writeAdapter } from '../../src/new-adapter/write-adapter.js';

// The command without the set-up of the workspace, in a workspace of the test's choice. A process of its own, since the formatter
// loads itself in a way that Jest does not permit.
const [root = '', ...args] = process.argv.slice(2);
try {
  const plan = planAdapter(args);
  console.log(JSON.stringify(await writeAdapter(root, plan)));
} catch (error) {
  if (!(error instanceof PlanError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
