import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @type {readonly NodeJS.Signals[]} */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end and hands stop signals on to it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { stdio: import('node:child_process').StdioOptions }} options
 * @returns {Promise<number>} exit code, 128 + number for a signal as shells have it
 */
export function runProcess(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    /** @param {NodeJS.Signals} signal */
    const handOn = (signal) => child.kill(signal);
    for (const signal of STOP_SIGNALS) process.on(signal, handOn);
    const finish = () => {
      for (const signal of STOP_SIGNALS) process.off(signal, handOn);
    };
    child.once('error', (error) => {
      finish();
      reject(error);
    });
    child.once('close', (code, signal) => {
      finish();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * Standard output stays free for what the developer asked for.
 *
 * @type {import('node:child_process').StdioOptions}
 */
export const TO_STDERR = ['ignore', 2, 2];
