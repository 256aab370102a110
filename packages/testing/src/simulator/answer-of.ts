import type { RegistrarSimulator } from './registrar-simulator.js';
import type { SimulatorRequest } from './simulator-request.js';
import type { SimulatorResponse } from './simulator-response.js';

/** With this header a reply shows that no vendor made it. */
export const simulatorHeader = 'x-registrar-simulator';

/** Who hears of a request. */
interface AnswerListeners {
  readonly onFailure: (error: unknown) => void;
  /** Before the answer leaves: what it throws counts as a fault of the simulator. */
  readonly onHandled?: () => void;
}

/** One request through a simulator: marks the reply, lets late orders commit, and turns a fault of the simulator into a 500. */
export async function answerOf(
  simulator: RegistrarSimulator,
  request: SimulatorRequest,
  { onFailure, onHandled }: AnswerListeners,
): Promise<SimulatorResponse> {
  try {
    const answer = await simulator.handle(request);
    simulator.world.runDueCommits();
    onHandled?.();
    if (answer.kind === 'drop') return answer;
    return { ...answer, headers: { ...answer.headers, [simulatorHeader]: '1' } };
  } catch (error) {
    onFailure(error);
    const message = error instanceof Error ? error.message : String(error);
    return {
      kind: 'reply',
      status: 500,
      headers: { 'content-type': 'text/plain; charset=utf-8', [simulatorHeader]: '1' },
      body: `the ${simulator.provider} simulator failed: ${message}`,
    };
  }
}
