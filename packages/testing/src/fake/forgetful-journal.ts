import { volatileJournal, type OperationJournal } from '@registrar-kit/core';

/** A volatile journal that can be emptied while somebody holds on to it. */
export interface ForgetfulJournal {
  readonly journal: OperationJournal;
  /** Empties it. */
  forget(): void;
}

/** @param now - epoch milliseconds */
export function forgetfulJournal(now: () => number): ForgetfulJournal {
  let current = volatileJournal({ now });
  const journal = new Proxy(current, {
    get: (_, name) => {
      const value: unknown = Reflect.get(current, name);
      return typeof value === 'function' ? (value.bind(current) as unknown) : value;
    },
  });
  return {
    journal,
    forget: () => {
      current = volatileJournal({ now });
    },
  };
}
