import type { RegistrarRuntime } from '../config/registrar-runtime.js';

/** The runtime of one account among several: its events carry its name. */
export function runtimeOf(name: string, runtime: RegistrarRuntime): RegistrarRuntime {
  if (runtime.onEvent === undefined) return runtime;
  // What the listener answers is handed on: where it is a promise, its failure is seen to by whoever sent the event.
  return { ...runtime, onEvent: (event) => runtime.onEvent?.({ ...event, registrar: name }) };
}
