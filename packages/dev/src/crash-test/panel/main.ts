import { runPanel } from './run-panel.js';

void runPanel();
