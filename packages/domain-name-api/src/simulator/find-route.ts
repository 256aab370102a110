import type { Route } from './route.js';
import { routes, unpublished } from './routes.js';

/** What a method and a path below `/api/v1/` lead to. */
export type FoundRoute =
  | {
      readonly kind: 'route';
      readonly route: Route;
      readonly parameters: ReadonlyMap<string, string>;
    }
  /** The path is there, by another method. */
  | { readonly kind: 'other-method' }
  /** Nobody knows what it takes or answers. */
  | { readonly kind: 'unpublished' }
  | { readonly kind: 'unknown' };

export function findRoute(method: string, path: string): FoundRoute {
  const fitting = routes.flatMap((route) => {
    const parameters = parametersOf(route.path, path);
    return parameters === undefined ? [] : [{ route, parameters }];
  });
  const found = fitting.find(({ route }) => route.method === method);
  if (found !== undefined) return { kind: 'route', ...found };
  if (fitting.length > 0) return { kind: 'other-method' };
  const named = unpublished.some((call) => {
    const [otherMethod = '', pattern = ''] = call.split(' ');
    return otherMethod === method && parametersOf(pattern, path) !== undefined;
  });
  return { kind: named ? 'unpublished' : 'unknown' };
}

/** What stands for the names in braces; `undefined` when the path is another. */
function parametersOf(pattern: string, path: string): ReadonlyMap<string, string> | undefined {
  const segments = path.split('/');
  const expected = pattern.split('/');
  if (segments.length !== expected.length) return undefined;
  const parameters = new Map<string, string>();
  for (const [index, name] of expected.entries()) {
    const segment = segments[index] ?? '';
    if (/^\{\w+\}$/.test(name)) parameters.set(name.slice(1, -1), decodeURIComponent(segment));
    else if (name !== segment) return undefined;
  }
  return parameters;
}
