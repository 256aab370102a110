/** Tells what is wrong with a value, a line each; none where it is as it should be. */
export type Shape = (value: unknown, path: string) => readonly string[];

const fault = (path: string, what: string): readonly string[] => [`${path} ${what}`];

/** The values that are allowed, and no other. */
export function oneOf(...allowed: readonly unknown[]): Shape {
  return (value, path) =>
    allowed.includes(value) ? [] : fault(path, `is ${show(value)}, not one of the known values`);
}

export function text(pattern: RegExp, what: string): Shape {
  return (value, path) =>
    typeof value === 'string' && pattern.test(value)
      ? []
      : fault(path, `is ${show(value)}, not ${what}`);
}

export function textThat(holds: (text: string) => boolean, what: string): Shape {
  return (value, path) =>
    typeof value === 'string' && holds(value) ? [] : fault(path, `is ${show(value)}, not ${what}`);
}

export function numberThat(holds: (number: number) => boolean, what: string): Shape {
  return (value, path) =>
    typeof value === 'number' && holds(value) ? [] : fault(path, `is ${show(value)}, not ${what}`);
}

export const flag = oneOf(true, false);
export const nothing = oneOf(undefined);

export function listOf(item: Shape): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return fault(path, 'is no list');
    return value.flatMap((each: unknown, index) => item(each, `${path}[${String(index)}]`));
  };
}

/** A plain object with these fields, those of `optional` at will, and no other. */
export function shape(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  return (value, path) => {
    if (!isPlain(value)) return fault(path, `is ${show(value)}, no plain object`);
    const fields = value as Readonly<Record<string, unknown>>;
    const missing = Object.keys(required).filter((name) => !Object.hasOwn(fields, name));
    return [
      ...missing.map((name) => `${path}.${name} is missing`),
      ...Reflect.ownKeys(fields).flatMap((key) => {
        const name = String(key);
        const field = `${path}.${name}`;
        const known = Object.hasOwn(required, name)
          ? required[name]
          : Object.hasOwn(optional, name)
            ? optional[name]
            : undefined;
        return known?.(fields[name], field) ?? [`${field} is no field of this`];
      }),
    ];
  };
}

/** A plain object with any names. */
export function recordOf(item: Shape): Shape {
  return (value, path) => {
    if (!isPlain(value)) return fault(path, 'is no plain object');
    return Object.entries(value).flatMap(([name, each]: [string, unknown]) =>
      name === '__proto__' ? fault(path, 'holds __proto__') : item(each, `${path}.${name}`),
    );
  };
}

/** All of these at once. */
export function both(...shapes: readonly Shape[]): Shape {
  return (value, path) => shapes.flatMap((each) => each(value, path));
}

/** The shape that a field of the value decides. */
export function byField(name: string, cases: Readonly<Record<string, Shape>>): Shape {
  return (value, path) => {
    const found: unknown = isPlain(value) ? Reflect.get(value, name) : undefined;
    const chosen =
      typeof found === 'string' && Object.hasOwn(cases, found) ? cases[found] : undefined;
    return chosen?.(value, path) ?? fault(`${path}.${name}`, `is ${show(found)}`);
  };
}

/** Objects as literals make them, here or in another realm: what survives JSON. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80));
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
