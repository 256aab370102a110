import type { Likelihood } from './diagnosis.js';

/**
 * What one piece of evidence is worth.
 *
 * Pointers and hints add up, and however many there are they make a cause likely and never certain: only evidence that settles
 * it by itself does.
 */
export const weights = {
  /** Nothing else explains it. */
  settles: 8,
  /** Expected if this is the cause, and surprising if it is not. */
  points: 4,
  /** A little more likely with it than without. */
  hints: 1,
  /** Leaves it open; tells why it is looked at at all. */
  open: 0,
  /** Surprising if this is the cause. */
  against: -3,
  /** Worth mending, and explains nothing. */
  aside: -3,
} as const;

/** The name of a weight. */
export type Weight = keyof typeof weights;

/** The likelihood of a cause whose evidence has these weights. */
export function likelihoodOf(evidence: readonly Weight[]): Likelihood {
  if (evidence.includes('settles')) return 'confirmed';
  const score = scoreOf(evidence);
  if (score >= 3) return 'likely';
  return score > -2 ? 'possible' : 'unlikely';
}

/** Orders causes of one likelihood. */
export function scoreOf(evidence: readonly Weight[]): number {
  return evidence.reduce((sum, weight) => sum + weights[weight], 0);
}
