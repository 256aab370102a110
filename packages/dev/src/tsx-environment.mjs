import path from 'node:path';
import { root } from './workspace.mjs';

/** tsx would follow the path mapping to the sources; programs are to meet the packages as users get them. */
export const AGAINST_BUILD = {
  TSX_TSCONFIG_PATH: path.join(root, 'packages', 'dev', 'tsconfig.run.json'),
};
