/** Everything under packages/ that is not one of ours by name is an adapter; a new provider needs no change here. */
const ENGINES = '(?:sqlite|redis|postgres)';
const ADAPTER = `(?!(?:core|provider-kit|testing|cli|dev|benchmarks|${ENGINES})/)[^/]+`;

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      'no-circular',
      'What a cycle loads first depends on who asks. Types load nothing, and those of a contract may name each other.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid('no-unresolved', 'Every import must lead somewhere.', {}, { couldNotResolve: true }),
    forbid(
      'core-stands-alone',
      'core depends on nothing of ours and on zod, ts-pattern and tldts only.',
      { path: '^packages/core/src/' },
      {
        pathNot: ['^packages/core/src/', 'node_modules/(?:zod|ts-pattern|tldts)/'],
        dependencyTypesNot: ['core'],
      },
    ),
    forbid(
      'provider-kit-knows-core-only',
      'provider-kit is for every adapter, so it knows none.',
      { path: '^packages/provider-kit/src/' },
      { path: '^packages/(?!(?:core|provider-kit)/)' },
    ),
    forbid(
      'testing-knows-core-only',
      'What testing needs of an adapter is passed in.',
      { path: '^packages/testing/src/' },
      { path: '^packages/(?!(?:core|testing)/)' },
    ),
    forbid(
      'engines-know-core-only',
      'An engine implements ports of core.',
      { path: `^packages/(${ENGINES})/src/` },
      { path: '^packages/', pathNot: '^packages/(?:core|$1)/' },
    ),
    forbid(
      'adapters-know-core-and-provider-kit',
      'Adapters never import each other, nor a package above them.',
      { path: `^packages/(${ADAPTER})/src/(?!simulator/)` },
      { path: '^packages/', pathNot: '^packages/(?:core|provider-kit|$1)/' },
    ),
    forbid(
      'simulators-know-testing-too',
      'A simulator is its adapter in the wire format, over the registry world.',
      { path: `^packages/(${ADAPTER})/src/simulator/` },
      { path: '^packages/', pathNot: '^packages/(?:core|provider-kit|testing|$1)/' },
    ),
    forbid(
      'adapter-root-without-simulator',
      'Production code must not load the simulator or the optional peer behind it.',
      { path: `^(?:packages/${ADAPTER}|examples/[^/]+)/src/index\\.ts$` },
      {
        path: ['^(?:packages|examples)/[^/]+/src/simulator/', '^packages/testing/'],
        reachable: true,
      },
    ),
    forbid(
      'cli-is-the-top',
      'Nothing published builds on the command or on the development tools.',
      { path: '^packages/(?!(?:cli|dev|benchmarks)/)' },
      {
        path: '^packages/(?:cli|dev|benchmarks)/',
        pathNot: '^packages/dev/src/(?:jest-setup|test-servers/)',
      },
    ),
    forbid(
      'cli-loads-doubles-lazily',
      'A command that talks to a vendor must not wait for the simulators to load.',
      { path: '^packages/cli/src/' },
      {
        path: ['^packages/[^/]+/src/simulator/', '^packages/testing/'],
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    ),
    forbid(
      'cli-loads-engines-lazily',
      'The command works without an engine, whose native part may not be there.',
      { path: '^packages/cli/src/' },
      { path: `^packages/${ENGINES}/`, dependencyTypesNot: ['dynamic-import', 'type-only'] },
    ),
    forbid(
      'sources-without-tests',
      'Sources never import from test folders.',
      { path: '^(?:packages|examples)/[^/]+/src/' },
      { path: '^(?:packages|examples)/[^/]+/test/' },
    ),
    forbid(
      'packages-by-name',
      'Another package is imported by its name, as a stranger would.',
      { path: '^(packages|examples)/([^/]+)/' },
      { path: '^(?:packages|examples)/', pathNot: '^$1/$2/', dependencyTypesNot: ['aliased'] },
    ),
    forbid(
      'declared-dependencies',
      'What a package imports stands in its own manifest.',
      { path: '^packages/[^/]+/src/', pathNot: '^packages/dev/' },
      {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^packages/',
      },
    ),
  ],
  options: {
    exclude: { path: ['(^|/)dist/', '(^|/)coverage/', '^examples/testing-your-panel/'] },
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: 'packages/dev/simulator-aliases.mjs' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
