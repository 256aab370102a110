import { scenario, type RegistrarScenario } from '../registrar-scenario.js';
import { refusalOf, settledOf, wants, wantsSame } from '../wants.js';
import { failures, type Failure } from './failures.js';

const servers = ['ns1.example.net', 'ns2.example.net'];

/** A write that fails. */
function refusedWrite(failure: Failure): RegistrarScenario {
  const { situation, codes, why, check, isRefusal } = failure;
  const { writeEffects = [isRefusal ? 'none' : 'unknown'] } = failure;
  return scenario(
    `answers ${situation} with ${codes.join(' or ')} on a write, and tells the truth about its effect`,
    {
      operations: ['setNameservers', 'getNameservers'],
      situations: [situation, 'domain-ours'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      await stage.bring(situation, { operation: 'setNameservers' });
      const call = registrar.setNameservers({ domain, nameservers: servers });
      const error = await refusalOf(call, codes, why);
      const { nameservers } = await registrar.getNameservers({ domain });
      const isDone = servers.every((server) => nameservers.some((name) => name === server));
      wants(
        error.effect !== (isDone ? 'none' : 'applied'),
        `an effect that fits what was done: the servers were ${isDone ? '' : 'not '}set`,
        error.effect,
      );
      wants(
        writeEffects.includes(error.effect),
        `the effect ${writeEffects.join(' or ')}, since ${isRefusal ? 'a refusal does nothing' : 'the answer says nothing'}`,
        error.effect,
      );
      check?.(error);
    },
  );
}

/** Some vendors answer a write with nothing; then only a reading can tell. */
const emptyWrite = scenario(
  'believes an empty answer to a write only where it reads back what was written',
  {
    operations: ['setNameservers', 'getNameservers'],
    situations: ['empty-answer', 'domain-ours'],
  },
  async (stage) => {
    const { registrar } = stage;
    const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
    await stage.bring('empty-answer', { operation: 'setNameservers' });
    const call = registrar.setNameservers({ domain, nameservers: servers });
    const write = await settledOf(call);
    const { nameservers } = await registrar.getNameservers({ domain });
    const isDone = servers.every((server) => nameservers.some((name) => name === server));
    if (write.status === 'done') {
      wants(isDone, 'a failure, since the servers were not set', write.value);
      return;
    }
    const error = await refusalOf(call, 'UNEXPECTED_RESPONSE', 'nothing is no answer');
    wantsSame(error.effect, 'unknown', 'unknown, since the answer says nothing');
  },
);

/** What failures make of a write. */
export const writeFailureScenarios: readonly RegistrarScenario[] = failures.map((failure) =>
  failure.situation === 'empty-answer' ? emptyWrite : refusedWrite(failure),
);
