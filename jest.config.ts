/**
 * Node 20 cannot read a TypeScript config by itself.
 *
 * @jest-config-loader esbuild-register
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from 'jest';

// The loader makes CommonJS of this file; a Node that could read it by itself leaves it to the loader for this name.
const examples = path.join(__dirname, 'examples');

/** Examples with a `test` script are tested by it; all others by what they have under `test`. */
const testedByScript = readdirSync(examples)
  .filter((name) => scriptsOf(path.join(examples, name)).includes('test'))
  .map((name) => `<rootDir>/examples/${name}/`);

function scriptsOf(folder: string): readonly string[] {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return Object.keys((manifest as { readonly scripts?: object }).scripts ?? {});
  } catch {
    // No package, or one that somebody is writing.
    return [];
  }
}

const config: Config = {
  testEnvironment: 'node',
  // For what hangs; a busy machine must not fail a test.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/{packages,examples}/*/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...testedByScript],
  // Compiled output holds second copies of every package.json.
  modulePathIgnorePatterns: ['<rootDir>/packages/[^/]+/dist/'],
  setupFilesAfterEnv: ['<rootDir>/packages/dev/src/jest-setup.ts'],
  transform: {
    '\\.(ts|mjs)$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Tests run on the sources, so a test run needs no build.
  moduleNameMapper: {
    '^@registrar-kit/([^/]+)$': '<rootDir>/packages/$1/src/index.ts',
    '^@registrar-kit/([^/]+)/([^/]+)$': '<rootDir>/packages/$1/src/$2/index.ts',
    '^registrar-kit$': '<rootDir>/packages/cli/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  coverageProvider: 'v8',
  collectCoverageFrom: ['packages/*/src/**/*.ts', '!packages/{benchmarks,dev}/**'],
};

export default config;
