// Jest with Node's own modules: packages are imported. Node needs --experimental-vm-modules for it.
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  setupFilesAfterEnv: ['@registrar-kit/testing/jest'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.ts$': ['@swc/jest', { module: { type: 'es6' } }] },
};
