export type { CommandIo, TextSink, TextSource } from './command-io.js';
export { exitCodes, type ExitCode } from './exit-codes.js';
export { run } from './run.js';
