import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing has one name everywhere.',
};

export default defineConfig(
  {
    // The downstream example has dependencies of its own, which this workspace does not install.
    ignores: [
      '**/dist/',
      '**/coverage/',
      '**/node_modules/',
      '**/fixtures/',
      'examples/testing-your-panel/',
    ],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      // One program for the whole workspace: a project per package would read core's sources once for each.
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        // A default branch must not hide a member that was added later to a closed union.
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      // `() => close()` is an idiom, not a mistake.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Numbers print the same everywhere; objects do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A class without own state (an error, a strategy) is a name callers rely on.
      '@typescript-eslint/no-extraneous-class': [
        'error',
        { allowWithDecorator: false, allowEmpty: true },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['packages/*/src/**', 'examples/*/src/**'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  {
    // Programs: what they print is what they are for.
    files: ['packages/{benchmarks,cli,dev}/**', 'examples/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    rules: {
      // The type check knows Node's globals; this rule does not.
      'no-undef': 'off',
      // Types stand in the comments there, where this rule does not look.
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    files: [
      'packages/*/test/**/*.ts',
      'examples/*/test/**/*.ts',
      'packages/dev/src/new-adapter/template/test/**/*.ts',
    ],
    extends: [jest.configs['flat/recommended'], jest.configs['flat/style']],
    rules: {
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert'] }],
      // That every mocked reply was asked for is checked once, after each test.
      'jest/no-standalone-expect': [
        'error',
        { additionalTestBlockFunctions: ['afterEach', 'afterAll'] },
      ],
      // A contract suite picks its assertion by what the provider declares as supported.
      'jest/no-conditional-expect': 'off',
      // Tests hand in what the types forbid, on purpose, and know what their own fixtures hold.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A stub must be async to fit the port even when it has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
);
