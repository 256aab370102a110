import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Starts the system's high-water mark of this process' memory (RSS) anew and answers how to read it, in bytes. The kernel
 * keeps the mark, so that it sees what happens within one turn of the event loop too. Where it cannot be reset (not Linux),
 * the answer is the highest since the process began, which says too much rather than too little.
 */
export function watchPeakMemory(): () => number {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
    readHighWaterMark();
    return readHighWaterMark;
  } catch {
    return () => process.resourceUsage().maxRSS * 1024;
  }
}

function readHighWaterMark(): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error('the system tells no high-water mark');
  return Number(kilobytes) * 1024;
}
