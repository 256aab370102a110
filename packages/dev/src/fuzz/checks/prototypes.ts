const watched: Readonly<Record<string, object>> = {
  Object,
  Function,
  Array,
  String,
  Number,
  Boolean,
  Symbol,
  BigInt,
  Date,
  RegExp,
  Error,
  TypeError,
  Promise,
  Map,
  Set,
  WeakMap,
  WeakSet,
  Uint8Array,
  Buffer,
  URL,
  URLSearchParams,
};
const alone: Readonly<Record<string, object>> = { JSON, Math, Reflect };

/** Something built in, and every property it has with what it is. */
type Snapshot = ReadonlyMap<object, ReadonlyMap<PropertyKey, PropertyDescriptor>>;

/** All that is built in and shared, as it is now. */
export function photographPrototypes(): Snapshot {
  const objects = [
    ...Object.values(watched).flatMap((each) => [each, Reflect.get(each, 'prototype') as object]),
    ...Object.values(alone),
  ];
  return new Map(objects.map((each) => [each, propertiesOf(each)]));
}

/** What has changed since. */
export function changedSince(before: Snapshot): readonly string[] {
  return [...before].flatMap(([object, properties]) => {
    const now = propertiesOf(object);
    const names = new Set([...properties.keys(), ...now.keys()]);
    return [...names]
      .filter((name) => !isSame(properties.get(name), now.get(name)))
      .map((name) => `a shared object has changed at ${String(name)}`);
  });
}

/** The same in little, for after each case. */
export function isPolluted(): boolean {
  return [{}, []].some((fresh: object) => {
    for (const _name in fresh) return true;
    return 'polluted' in fresh;
  });
}

function propertiesOf(object: object): ReadonlyMap<PropertyKey, PropertyDescriptor> {
  return new Map(
    Reflect.ownKeys(object).flatMap((name) => {
      const descriptor = Reflect.getOwnPropertyDescriptor(object, name);
      return descriptor === undefined ? [] : [[name, descriptor]];
    }),
  );
}

/** RegExp keeps its last match in properties of its own. */
function isSame(
  left: PropertyDescriptor | undefined,
  right: PropertyDescriptor | undefined,
): boolean {
  if (left === undefined || right === undefined) return left === right;
  return Object.is(left.value, right.value) && left.get === right.get && left.set === right.set;
}
