import { paidScenes } from './paid-scenes.js';
import { readScenes } from './read-scenes.js';
import type { Scene } from './scene.js';
import { writeScenes } from './write-scenes.js';

/** Every scene. Those of operations that a provider does not offer are left out for it. */
export const scenes: readonly Scene[] = [...readScenes, ...writeScenes, ...paidScenes];
