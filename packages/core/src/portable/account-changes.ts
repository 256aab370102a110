import type { AccountScope } from '../driver/registrar-driver.js';
import { journalScopeOf } from '../outcome/journal-scope.js';

// One per process, whatever copies of this package are loaded.
const changesSymbol = Symbol.for('registrar-kit.changes.v1');

/** Counts what this process changes at an account, through whichever object: what was read before is out of date for all. */
export class AccountChanges {
  readonly #key: string;

  constructor(scope: AccountScope) {
    this.#key = journalScopeOf(scope);
  }

  get count(): number {
    return theCounts().get(this.#key) ?? 0;
  }

  add(): void {
    theCounts().set(this.#key, this.count + 1);
  }
}

function theCounts(): Map<string, number> {
  const existing = Reflect.get(globalThis, changesSymbol) as Map<string, number> | undefined;
  if (existing !== undefined) return existing;
  const created = new Map<string, number>();
  Reflect.set(globalThis, changesSymbol, created);
  return created;
}
