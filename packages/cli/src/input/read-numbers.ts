import { UsageError } from '../usage-error.js';

/** `--years`; whether the registrar sells that many is its answer. @throws UsageError */
export function readYears(text: string | undefined): number {
  return text === undefined ? 1 : readWhole(text, '--years', 1, 10);
}

/** A whole number within bounds. @throws UsageError */
export function readWhole(text: string, option: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text.trim()) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(
    `${option} is "${text}"`,
    `give a whole number from ${String(least)} to ${String(most)}`,
  );
}
