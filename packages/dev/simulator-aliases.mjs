import { existsSync } from 'node:fs';
import path from 'node:path';
import { listPackages } from './src/workspace.mjs';

/**
 * For the dependency check, whose reader of `paths` takes a pattern with something behind its star for another one: where the
 * simulators lie that `@registrar-kit/<adapter>/simulator` stands for.
 */
const alias = Object.fromEntries(
  listPackages('packages')
    .map((folder) => [path.basename(folder), path.join(folder, 'src', 'simulator', 'index.ts')])
    .filter(([, file = '']) => existsSync(file))
    .map(([name, file]) => [`@registrar-kit/${name}/simulator$`, file]),
);

export default { resolve: { alias } };
