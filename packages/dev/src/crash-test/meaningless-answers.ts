import type { RegistrarSimulator, SimulatorResponse } from '@registrar-kit/testing';
import type { Dice } from './dice.js';

/** Answers that neither confirm nor refuse. */
const meaningless: readonly SimulatorResponse[] = [
  ...[408, 500, 502, 504].map((status) => reply(status, '')),
  ...[200, 400, 403, 404, 503].map((status) => reply(status, '<!DOCTYPE html><html></html>')),
  ...['', 'null', '[]', '{}', '{', '<x/>', 'OK'].map((body) => reply(200, body)),
  reply(204, ''),
  reply(304, ''),
  reply(302, '', { location: 'https://elsewhere.example/' }),
  { kind: 'drop' },
];

function reply(status: number, body: string, headers = {}): SimulatorResponse {
  return { kind: 'reply', status, headers, body };
}

/** How often the answer to an executed order is replaced, and until when. */
export interface MeaninglessWeather {
  readonly dice: Dice;
  readonly share: number;
  readonly isCalm: () => boolean;
}

/** The simulator, of whose answers to executed orders some are replaced as long as the weather is not calm. */
export function withMeaninglessAnswers(
  simulator: RegistrarSimulator,
  { dice, share, isCalm }: MeaninglessWeather,
): RegistrarSimulator {
  const { provider, hosts, basePath, world } = simulator;
  return {
    ...{ provider, hosts, basePath, world },
    config: (baseUrl) => simulator.config(baseUrl),
    handle: async (request) => {
      const before = world.ledger().length;
      const answer = await simulator.handle(request);
      const executed = world.ledger().length > before;
      return executed && !isCalm() && dice.chance(share) ? dice.pick(meaningless) : answer;
    },
  };
}
