import { isRegistrarError, pricedOperations, type PricedOperation } from '@registrar-kit/core';
import { anOrder, startOf, verdictOf } from '../orders.js';
import { scenario, type RegistrarScenario } from '../registrar-scenario.js';
import type { Stage } from '../stage.js';
import { refusalOf, wants, wantsSame } from '../wants.js';
import { failures } from './failures.js';

/** Orders whose answer is lost, or says nothing: the account's ledger is the judge. */
export const lostAnswerScenarios: readonly RegistrarScenario[] = pricedOperations.flatMap(
  (kind) => [
    scenario(
      `finds a ${kind} whose answer was lost by reading, and says that it was recovered`,
      {
        operations: [kind, 'getOperation'],
        situations: [startOf[kind], 'answer-lost-after-commit'],
      },
      async (stage) => {
        const order = await anOrder(stage, kind, 'lost-answer');
        await stage.bring('answer-lost-after-commit', { operation: kind });
        const result = await order.place(stage.registrar);
        wantsSame(result.recovered, true, 'recovered: the answer was lost, and reading proved it');
        await assertCharges(stage, kind, 1);
        const recovered = stage.events.filter(({ type }) => type === 'journal.recovered');
        wantsSame(recovered.length, 1, 'an event that tells of it');
        const again = await order.place(stage.registrar);
        wantsSame([again.replayed, again.recovered], [true, true], 'the recorded result');
        await assertCharges(stage, kind, 1);
      },
    ),
    scenario(
      `calls the outcome of a ${kind} unknown that was lost and cannot be found, and never sends it again`,
      {
        operations: [kind, 'getOperation', 'reconcileOperation'],
        situations: [startOf[kind], 'answer-lost-before-commit'],
      },
      async (stage) => {
        const { registrar } = stage;
        const order = await anOrder(stage, kind, 'lost-order');
        await stage.bring('answer-lost-before-commit', { operation: kind });
        const why = 'the answer was lost and reading finds nothing, which proves nothing';
        const error = await refusalOf(order.place(registrar), 'OUTCOME_UNKNOWN', why);
        wantsSame(
          [error.effect, error.retryable, error.handle.kind, error.handle.domain],
          ['unknown', false, kind, order.domain],
          'a handle with which it can be settled later',
        );
        await refusalOf(order.place(registrar), 'OUTCOME_UNKNOWN', 'it is still not known');
        const other = { idempotencyKey: 'another order' };
        await refusalOf(
          order.place(registrar, other),
          'OUTCOME_UNKNOWN',
          'another order for this domain may still be executed',
        );
        const operation = { operation: error.handle };
        const states = [
          await registrar.getOperation(operation),
          await registrar.reconcileOperation(operation),
        ];
        wantsSame(
          states.map(({ status }) => status),
          ['unknown', 'unknown'],
          'an honest answer',
        );
        await assertCharges(stage, kind, 0);
      },
    ),
    scenario(
      `settles a ${kind} that the vendor carried out late, from another process, with one charge`,
      {
        operations: [kind, 'reconcileOperation'],
        situations: [startOf[kind], 'commit-after-reconcile-read'],
      },
      async (stage) => {
        const order = await anOrder(stage, kind, 'late-order');
        const { domain } = order;
        await stage.bring('commit-after-reconcile-read', { operation: kind, domain });
        const verdict = await verdictOf(order.place(stage.registrar));
        // Where several reads look for it, the last may see what the first has let happen.
        const handle =
          verdict.outcome === 'unknown'
            ? verdict.handle
            : verdict.outcome === 'bought' && verdict.result.recovered
              ? verdict.result.operation
              : undefined;
        wants(handle !== undefined, 'OUTCOME_UNKNOWN, or what a reading has found', verdict);
        const elsewhere = await stage.another();
        const { id } = handle;
        const operation = JSON.parse(JSON.stringify(handle)) as typeof handle;
        const state = await elsewhere.reconcileOperation({ operation });
        wants(
          (state.status === 'done' || state.status === 'pending') && state.result.recovered,
          'the order, found by a later reading',
          state,
        );
        wantsSame(state.result.operation.id, id, 'the order that was asked for');
        const again = await order.place(elsewhere);
        wantsSame(again.replayed, true, 'the recorded result, and nothing sent');
        await assertCharges(stage, kind, 1);
      },
    ),
    ...failures.map(({ situation, isRefusal }) =>
      scenario(
        `charges a ${kind} once at most when ${situation} meets it, however often it is repeated`,
        { operations: [kind], situations: [startOf[kind], situation] },
        async (stage) => {
          const order = await anOrder(stage, kind, 'doubtful-order');
          await stage.bring(situation, { operation: kind });
          await assertToldTheTruth(stage, kind, order.place(stage.registrar));
          const again = await assertToldTheTruth(stage, kind, order.place(stage.registrar));
          if (isRefusal)
            wantsSame(again, 'bought', 'an order that was refused, bought when repeated');
          const elsewhere = await stage.another();
          await assertToldTheTruth(stage, kind, order.place(elsewhere));
        },
      ),
    ),
  ],
);

type Judged = Pick<Stage, 'purchases'>;

/** What a caller is told must be what the ledger shows: bought, not bought, or not known. */
async function assertToldTheTruth(
  stage: Judged,
  kind: PricedOperation,
  order: ReturnType<Awaited<ReturnType<typeof anOrder>>['place']>,
): Promise<string> {
  const verdict = await verdictOf(order);
  const charges = (await stage.purchases(kind)).length;
  wants(charges <= 1, 'one charge at most', charges);
  if (verdict.outcome === 'bought')
    wantsSame(charges, 1, 'a charge, since the caller was told that it was bought');
  if (verdict.outcome !== 'refused') return verdict.outcome;
  const { error } = verdict;
  wants(isRegistrarError(error), 'an error of this library', error);
  wants(
    charges === 0 || error.effect !== 'none',
    `no charge, since the caller was told ${error.code} and that nothing was done`,
    charges,
  );
  return verdict.outcome;
}

async function assertCharges(stage: Judged, kind: PricedOperation, count: number): Promise<void> {
  wantsSame((await stage.purchases(kind)).length, count, 'this many charges');
}
