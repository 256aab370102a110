import type { PagedList, Registrar, RegistrarEvent } from '@registrar-kit/core';

/** Everything that calls came to. */
export class Witness {
  readonly events: RegistrarEvent[] = [];
  readonly results: { readonly operation: string; readonly value: unknown }[] = [];
  readonly errors: { readonly operation: string; readonly error: unknown }[] = [];
  /** Texts that came up in the scenario and that nothing may show, such as an auth code. */
  readonly secrets: string[] = [];
}

/** The registrar, whose answers and errors are put on record. */
export function watched(registrar: Registrar, witness: Witness): Registrar {
  const handler: ProxyHandler<Registrar> = {
    get: (target, property) => {
      // Read from the target itself: its private fields are not the proxy's.
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function' || typeof property === 'symbol') return value;
      return (...args: unknown[]): unknown => {
        const answer: unknown = (value as Method).apply(target, args);
        if (isPromise(answer)) {
          const told = noted(answer, property, witness);
          // A scenario that fails before it looks at a call must not end the test run.
          told.catch(() => undefined);
          return told;
        }
        return isIterable(answer) ? watchedList(answer, property, witness) : answer;
      };
    },
  };
  return new Proxy(registrar, handler);
}

type Method = (...args: unknown[]) => unknown;
type Listing = AsyncIterable<unknown> & Partial<Pick<PagedList<unknown>, 'page'>>;

async function noted(
  answer: Promise<unknown>,
  operation: string,
  { results, errors }: Witness,
): Promise<unknown> {
  try {
    const value = await answer;
    results.push({ operation, value });
    return value;
  } catch (error) {
    errors.push({ operation, error });
    throw error;
  }
}

function watchedList(list: Listing, operation: string, witness: Witness): Listing {
  const { page } = list;
  return {
    [Symbol.asyncIterator]: () => {
      const iterator = list[Symbol.asyncIterator]();
      return {
        next: async () => {
          try {
            const step = await iterator.next();
            if (step.done !== true) witness.results.push({ operation, value: step.value });
            return step;
          } catch (error) {
            witness.errors.push({ operation, error });
            throw error;
          }
        },
        return: async (value?: unknown) =>
          (await iterator.return?.(value)) ?? { done: true, value },
      };
    },
    ...(page === undefined
      ? {}
      : {
          page: (cursor?: string) =>
            noted(page.call(list, cursor), operation, witness) as ReturnType<typeof page>,
        }),
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

function isIterable(value: unknown): value is Listing {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
