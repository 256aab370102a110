import type { SimulatorRequest } from '@registrar-kit/testing';

/** The parameters of a request: of its query and of its form body, found without regard to case. */
export class CommandParameters {
  /** By the name in lower case. */
  readonly #given = new Map<string, { readonly name: string; readonly value: string }>();

  constructor(request: SimulatorRequest) {
    const query = request.path.includes('?')
      ? request.path.slice(request.path.indexOf('?') + 1)
      : '';
    for (const source of [query, request.method === 'POST' ? request.body : '']) {
      for (const [name, value] of new URLSearchParams(source)) {
        this.#given.set(name.toLowerCase(), { name, value });
      }
    }
  }

  /** The value; empty where the parameter is missing. */
  get(name: string): string {
    return this.#given.get(name.toLowerCase())?.value ?? '';
  }

  has(name: string): boolean {
    return this.get(name) !== '';
  }

  /** A whole number, `undefined` for anything else. */
  number(name: string): number | undefined {
    const value = this.get(name);
    return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
  }

  /** The parameters that are none of these, with their names as they were sent. */
  except(names: readonly string[]): Readonly<Record<string, string>> {
    const known = new Set(names.map((name) => name.toLowerCase()));
    return Object.fromEntries(
      [...this.#given]
        .filter(([key]) => !known.has(key))
        .map(([, { name, value }]) => [name, value]),
    );
  }

  /**
   * The rows of numbered parameters, from 1 to the first number of which none was sent. Of a row, what was not sent is empty.
   */
  rows<Name extends string>(...names: readonly Name[]): readonly Readonly<Record<Name, string>>[] {
    const rows: Readonly<Record<Name, string>>[] = [];
    for (let number = 1; names.some((name) => this.has(`${name}${number}`)); number += 1) {
      const fields = names.map((name) => [name, this.get(`${name}${number}`)] as const);
      rows.push(Object.fromEntries(fields) as Record<Name, string>);
    }
    return rows;
  }
}
