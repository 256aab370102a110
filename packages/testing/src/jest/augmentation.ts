/* eslint-disable @typescript-eslint/no-empty-object-type, @typescript-eslint/no-namespace, @typescript-eslint/no-unused-vars --
   Declarations that are merged repeat the parameters and defaults of the original. */
import type { RegistrarMatchers } from './matchers/registrar-matchers.js';

export type { RegistrarMatchers };

// `expect` of @jest/globals.
declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends RegistrarMatchers<R> {}
}

// The global `expect` of @types/jest.
declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends RegistrarMatchers<R> {}
  }
}
