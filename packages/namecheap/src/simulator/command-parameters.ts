import type { SimulatorRequest } from '@registrar-kit/testing';

/** The parameters of a request: of its query and of its form body, found without regard to case. */
export class CommandParameters {
  readonly #values = new Map<string, string>();

  constructor(request: SimulatorRequest) {
    const query = request.path.includes('?')
      ? request.path.slice(request.path.indexOf('?') + 1)
      : '';
    for (const source of [query, request.method === 'POST' ? request.body : '']) {
      for (const [name, value] of new URLSearchParams(source)) {
        this.#values.set(name.toLowerCase(), value);
      }
    }
  }

  /** The value; empty where the parameter is missing. */
  get(name: string): string {
    return this.#values.get(name.toLowerCase()) ?? '';
  }

  has(name: string): boolean {
    return this.get(name) !== '';
  }

  /** The parameters that are none of these, with their names in lower case. */
  except(names: readonly string[]): Readonly<Record<string, string>> {
    const known = new Set(names.map((name) => name.toLowerCase()));
    return Object.fromEntries([...this.#values].filter(([name]) => !known.has(name)));
  }
}
