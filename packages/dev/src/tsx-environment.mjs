import path from 'node:path';
import { root } from './workspace.mjs';

/** tsx would follow the path mapping to the sources; programs are to meet the packages as users get them. */
export const AGAINST_BUILD = {
  TSX_TSCONFIG_PATH: path.join(root, 'packages', 'dev', 'tsconfig.run.json'),
};

/** For programs that work with the sources, so that they need no build. */
export const AGAINST_SOURCES = { TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.base.json') };
