import {
  RegistryWorld,
  type RegistrarSimulator,
  type SimulatorRequest,
  type SimulatorResponse,
} from '@registrar-kit/testing';

/** A simulator that answers every request as the test says, and keeps what it was sent. */
export function scriptedSimulator(
  answer: (request: SimulatorRequest) => SimulatorResponse,
): RegistrarSimulator & { readonly requests: readonly SimulatorRequest[] } {
  const requests: SimulatorRequest[] = [];
  return {
    provider: 'scripted',
    hosts: ['api.scripted.example', 'api.sandbox.scripted.example'],
    basePath: '/api/v1',
    world: new RegistryWorld(),
    requests,
    handle: (request) => {
      requests.push(request);
      return Promise.resolve().then(() => answer(request));
    },
    config: (baseUrl) => ({ provider: 'scripted', baseUrl, apiKey: 'CANARY-key' }),
  };
}
