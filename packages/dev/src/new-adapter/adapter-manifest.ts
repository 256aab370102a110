import type { AdapterPlan } from './adapter-plan.js';

const core = '@registrar-kit/core';
const providerKit = '@registrar-kit/provider-kit';
const testing = '@registrar-kit/testing';

/** The package.json of an adapter, as the packages and examples of this workspace have theirs. */
export function adapterManifest({ kind, packageName, names }: AdapterPlan): object {
  const description = `${names.title} adapter for registrar-kit`;
  const common = { name: packageName, version: '0.0.0' };
  const own = { [core]: 'workspace:^', [providerKit]: 'workspace:^' };
  if (kind === 'example')
    return {
      ...common,
      private: true,
      description,
      license: 'MIT',
      type: 'module',
      scripts: { start: 'tsx src/main.ts' },
      dependencies: { ...own, [testing]: 'workspace:^', zod: 'catalog:' },
    };
  return {
    ...common,
    description,
    license: 'MIT',
    type: 'module',
    sideEffects: false,
    main: './dist/index.cjs',
    module: './dist/index.js',
    types: './dist/index.d.cts',
    exports: {
      '.': dual('index'),
      './simulator': dual('simulator/index'),
      './package.json': './package.json',
    },
    files: ['dist'],
    engines: { node: '>=20.19' },
    publishConfig: { access: 'public' },
    dependencies: { ...own, zod: 'catalog:' },
    devDependencies: { [testing]: 'workspace:^' },
    peerDependencies: { [testing]: 'workspace:>=0.0.0 <1.0.0' },
    peerDependenciesMeta: { [testing]: { optional: true } },
  };
}

function dual(file: string): object {
  const base = `./dist/${file}`;
  return {
    import: { types: `${base}.d.ts`, default: `${base}.js` },
    require: { types: `${base}.d.cts`, default: `${base}.cjs` },
  };
}
