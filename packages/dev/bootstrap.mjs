// Runs on a fresh clone, so it and all it loads before the install use nothing but Node.
import { MINIMUM_NODE, isNodeSupported } from './src/node-version.mjs';

if (isNodeSupported(process.versions.node)) {
  // Loaded late: an older Node may fail on the syntax in there before it could say why.
  const { run } = await import('./src/run.mjs');
  await run(process.argv.slice(2));
} else {
  console.error(
    `registrar-kit needs Node ${MINIMUM_NODE} or newer; this is Node ${process.versions.node}`,
  );
  process.exitCode = 1;
}
