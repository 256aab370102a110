import { existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';

/** Up to where an import is safe. */
export interface Checkpoint {
  /** For `streamAvailability`: goes on after the rows that are written. */
  readonly resumeToken: string;
  /** How long the file with the results was when all of them were in it. */
  readonly bytes: number;
}

/** Where an import stands that was ended before; cuts off what it wrote after its last checkpoint, which comes again. */
export function readCheckpoint(file: string, results: string): Checkpoint | undefined {
  if (!existsSync(file)) {
    rmSync(results, { force: true });
    return undefined;
  }
  const checkpoint = JSON.parse(readFileSync(file, 'utf8')) as Checkpoint;
  truncateSync(results, checkpoint.bytes);
  return checkpoint;
}

/** In one step: whoever reads it finds the one before or this one, and never half of it. */
export function writeCheckpoint(file: string, checkpoint: Checkpoint): void {
  writeFileSync(`${file}.new`, JSON.stringify(checkpoint));
  renameSync(`${file}.new`, file);
}
