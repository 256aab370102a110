// Jest as most projects have it: everything is turned into CommonJS, and packages are required.
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  setupFilesAfterEnv: ['@registrar-kit/testing/jest'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.ts$': ['@swc/jest', { module: { type: 'commonjs' } }] },
};
