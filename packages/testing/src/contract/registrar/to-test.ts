import { assertRefused } from './attempts.js';
import { assertLastingPromises } from './lasting-promises.js';
import type { RegistrarHarness, RegistrarSubject } from './registrar-harness.js';
import type { RegistrarScenario } from './registrar-scenario.js';
import type { BringAbout, ImpossibleSituation, Situation } from './situation.js';
import { Stage, type Scenery } from './stage.js';
import { playStruck } from './play-struck.js';
import { wants } from './wants.js';

interface ContractTest {
  readonly title: string;
  readonly run: () => Promise<void>;
}

/** A scenario as a test of one harness; where it cannot be played, the title says why and the test proves what is left. */
export function toTest<Subject extends RegistrarSubject>(
  { title, operations, situations, mayMiss, run }: RegistrarScenario,
  harness: RegistrarHarness<Subject>,
): ContractTest {
  const lacking = operations.filter(
    (operation) => harness.capabilities[operation].support === 'unsupported',
  );
  if (lacking.length > 0)
    return {
      title: `${title} [not offered: ${lacking.join(', ')}]`,
      run: () =>
        onStage(harness, async (stage) => {
          for (const operation of lacking) await assertRefused(stage, operation);
        }),
    };
  const impossible = situations.flatMap((name) => impossibleOf(harness, name));
  if (impossible.length > 0)
    return {
      title: `${title} [${impossible.map(({ name, why }) => `no ${name}: ${why}`).join('; ')}]`,
      run: () => {
        for (const { name, why } of impossible)
          wants(why.trim().length >= 10, `a harness that says why "${name}" is impossible`, why);
        return Promise.resolve();
      },
    };
  return { title, run: () => onStage(harness, (stage) => playStruck(stage, run, { mayMiss })) };
}

/** How one harness answers a situation; by this type a name and its answer stay together. */
type Answers<Subject> = {
  readonly [Name in Situation]: BringAbout<Subject, Name> | ImpossibleSituation;
};

function impossibleOf<Subject>(
  { situations }: { readonly situations: Answers<Subject> },
  name: Situation,
) {
  const answer = situations[name];
  return typeof answer === 'function' ? [] : [{ name, why: answer.impossible }];
}

async function onStage<Subject extends RegistrarSubject>(
  harness: RegistrarHarness<Subject>,
  play: (stage: Stage) => Promise<void>,
): Promise<void> {
  const subject = await harness.open();
  try {
    const stage = await Stage.on(sceneryOf(harness, subject));
    await play(stage);
    await assertLastingPromises(stage, harness);
  } finally {
    await subject.close();
  }
}

function sceneryOf<Subject extends RegistrarSubject>(
  harness: RegistrarHarness<Subject>,
  subject: Subject,
): Scenery {
  const answers: Answers<Subject> = harness.situations;
  return {
    capabilities: harness.capabilities,
    subject,
    bring: async (name, wish) => {
      const answer = answers[name];
      if (typeof answer === 'function') return answer(subject, wish);
      throw new Error(`the harness cannot bring "${name}" about: ${answer.impossible}`);
    },
  };
}
