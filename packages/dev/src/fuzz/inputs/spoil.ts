import { hostileInputs, strayNames } from './hostile-inputs.js';

/** How an input is spoilt, as plain data. */
export interface Spoiling {
  /** A name of `hostileInputs`, or a value as it is. */
  readonly with: { readonly name: string } | { readonly value: unknown };
  /** Which place gets it; counted round. The last one is the whole. */
  readonly place: number;
  /** Puts it under this name beside the fields of the place instead; counted round. */
  readonly stray?: number;
}

/** A sound input with something else in one place. */
export function spoil(sound: unknown, spoiling: Spoiling): unknown {
  const hostile =
    'name' in spoiling.with ? hostileInputs[spoiling.with.name]?.() : spoiling.with.value;
  const copy: unknown = structuredClone(sound);
  const places = placesOf(copy);
  const place = places[spoiling.place % (places.length + 1)];
  if (place === undefined) return hostile;
  const { holder, key } = place;
  const { stray } = spoiling;
  const name = stray === undefined ? key : (strayNames[stray % strayNames.length] ?? key);
  // Not assigned, so that `__proto__` becomes a field.
  const field = { value: hostile, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(holder, name, field);
  return copy;
}

interface Place {
  readonly holder: object;
  readonly key: string;
}

function placesOf(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => [
    { holder: value, key },
    ...placesOf(item),
  ]);
}

/** Makes plain parts of an input unchangeable; what has a mind of its own is left alone. */
export function freezeDeep(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > 8) return;
  try {
    const prototype: unknown = Object.getPrototypeOf(value);
    const isPlain = Array.isArray(value) || prototype === Object.prototype || prototype === null;
    if (!isPlain || Object.isFrozen(value)) return;
    for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(value)).slice(0, 50))
      freezeDeep(descriptor.value, depth + 1);
    Object.freeze(value);
  } catch {
    // It does not let itself be looked at.
  }
}
