/**
 * Node 20 cannot read a TypeScript config by itself.
 *
 * @jest-config-loader esbuild-register
 */
import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/packages/*/test/**/*.test.ts'],
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
