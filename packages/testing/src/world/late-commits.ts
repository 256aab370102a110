import { isWorldRefusal } from './world-refusal.js';

/**
 * Orders that a vendor executes only after it has been asked about the domain once more: the read said "nothing there", and
 * then it happened all the same.
 */
export class LateCommits {
  #waiting: { readonly domain: string; readonly commit: () => void; due: boolean }[] = [];

  add(domain: string, commit: () => void): void {
    this.#waiting.push({ domain: domain.toLowerCase(), commit, due: false });
  }

  /** Notes that a domain, or every domain, has been read. */
  noteRead(domain?: string): void {
    for (const late of this.#waiting)
      if (domain === undefined || late.domain === domain) late.due = true;
  }

  clear(): void {
    this.#waiting = [];
  }

  /** Executes those whose read has happened. */
  run(): void {
    const due = this.#waiting.filter((late) => late.due);
    this.#waiting = this.#waiting.filter((late) => !late.due);
    for (const { commit } of due) {
      try {
        commit();
      } catch (error) {
        // The vendor refuses an order late as it does at once; nobody waits for its answer any more.
        if (!isWorldRefusal(error)) throw error;
      }
    }
  }
}
