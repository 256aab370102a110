import { isRegistrarError } from '@registrar-kit/core';
import type { startOf } from '../orders.js';
import { anOrder } from '../orders.js';
import { scenario } from '../registrar-scenario.js';
import type { Stage } from '../stage.js';
import { endsSoon, refusalOf, settledOf, wants, wantsSame } from '../wants.js';

/** Longer than any call here may take once it is to end. */
const delayMs = 3500;
/** Time for a request to be under way, also where a test runner plays all scenarios at once. On a busier machine the deadline comes first. */
const headStartMs = 1000;
const servers = ['ns1.example.net', 'ns2.example.net'];

/** Calls that are ended: by the caller, or by their deadline. */
export const endingScenarios = [
  scenario(
    'sends nothing when the caller has ended the call before it began',
    {
      operations: ['getDomain', 'setNameservers', 'registerDomain'],
      situations: ['domain-ours', 'name-free'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      const order = await anOrder(stage, 'registerDomain', 'new-harbour');
      const before = stage.requests();
      const options = { signal: AbortSignal.abort() };
      const calls = [
        registrar.getDomain({ domain }, options),
        registrar.setNameservers({ domain, nameservers: servers }, options),
        order.place(registrar, options),
      ];
      for (const call of calls) {
        const error = await refusalOf(call, 'CANCELLED', 'the caller has ended the call');
        wantsSame(error.effect, 'none', 'that nothing was done');
      }
      wantsSame(stage.requests(), before, 'no request');
      wantsSame(await stage.rows(), [], 'no order on record');
    },
  ),
  scenario(
    'ends a read at once when the caller ends it while the answer is awaited',
    { operations: ['getDomain'], situations: ['domain-ours', 'slow-answer'] },
    async (stage) => {
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      await stage.bring('slow-answer', { operation: 'getDomain', delayMs });
      const ending = new AbortController();
      const call = stage.registrar.getDomain({ domain }, { signal: ending.signal });
      const ended = refusalOf(call, 'CANCELLED', 'the caller has ended the call');
      await endOnceAsked(stage, ending);
      const error = await endsSoon(ended, 'the caller ends it');
      wantsSame(error.effect, 'none', 'that a read has no effect');
    },
  ),
  scenario(
    'ends a write at once when the caller ends it, and does not call undone what may be done',
    {
      operations: ['setNameservers', 'getNameservers'],
      situations: ['domain-ours', 'slow-answer'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      await stage.bring('slow-answer', { operation: 'setNameservers', delayMs });
      const ending = new AbortController();
      const options = { signal: ending.signal };
      const call = registrar.setNameservers({ domain, nameservers: servers }, options);
      const ended = refusalOf(call, 'CANCELLED', 'the caller has ended the call');
      await endOnceAsked(stage, ending);
      const error = await endsSoon(ended, 'the caller ends it');
      const { nameservers } = await registrar.getNameservers({ domain });
      const isDone = nameservers.some((server) => server === servers[0]);
      wants(!isDone || error.effect === 'unknown', 'unknown: the servers were set', error.effect);
    },
  ),
  scenario(
    'ends a search at once when the caller ends it',
    { operations: ['checkAvailability'], situations: ['name-free', 'slow-answer'] },
    async (stage) => {
      const { domain } = await stage.bring('name-free', { label: 'harbour' });
      await stage.bring('slow-answer', { operation: 'checkAvailability', delayMs });
      const ending = new AbortController();
      const options = { signal: ending.signal };
      const call = stage.registrar.checkAvailability({ domains: [domain] }, options);
      const ended = refusalOf(call, 'CANCELLED', 'the caller has ended the call');
      await endOnceAsked(stage, ending);
      await endsSoon(ended, 'the caller ends it');
    },
  ),
  scenario(
    'keeps an order that the caller ended while its answer was awaited, and finds it afterwards',
    {
      operations: ['registerDomain', 'reconcileOperation'],
      situations: ['name-free', 'slow-answer'],
    },
    async (stage) => {
      const { registrar } = stage;
      const order = await anOrder(stage, 'registerDomain', 'new-harbour');
      await stage.bring('slow-answer', { operation: 'registerDomain', delayMs });
      const ending = new AbortController();
      const call = order.place(registrar, { signal: ending.signal });
      const settled = settledOf(call);
      await untilExecuted(stage);
      ending.abort();
      await endsSoon(settled, 'the caller ends it');
      const why = 'the order was sent, and nobody heard what came of it';
      const { handle, effect } = await refusalOf(call, 'OUTCOME_UNKNOWN', why);
      wantsSame(effect, 'unknown', 'an effect that nobody knows');
      const state = await registrar.reconcileOperation({ operation: handle });
      wantsSame(state.status, 'done', 'the order, found by reading');
      wantsSame((await stage.purchases('registerDomain')).length, 1, 'one charge');
    },
  ),
  scenario(
    'ends a read at its deadline',
    { operations: ['getDomain'], situations: ['domain-ours', 'slow-answer'], mayMiss: true },
    async (stage) => {
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      await stage.bring('slow-answer', { operation: 'getDomain', delayMs });
      const call = stage.registrar.getDomain({ domain }, { timeoutMs: headStartMs });
      const ended = refusalOf(call, 'TIMEOUT', 'the deadline of the call has come');
      const error = await endsSoon(ended, 'its deadline comes');
      wantsSame([error.effect, error.retryable], ['none', true], 'that it may be tried again');
    },
  ),
  scenario(
    'ends a write at its deadline, and does not call undone what may be done',
    {
      operations: ['setNameservers', 'getNameservers'],
      situations: ['domain-ours', 'slow-answer'],
      mayMiss: true,
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      await stage.bring('slow-answer', { operation: 'setNameservers', delayMs });
      const options = { timeoutMs: headStartMs };
      const call = registrar.setNameservers({ domain, nameservers: servers }, options);
      const ended = refusalOf(call, 'TIMEOUT', 'the deadline of the call has come');
      const error = await endsSoon(ended, 'its deadline comes');
      const { nameservers } = await registrar.getNameservers({ domain });
      const isDone = nameservers.some((server) => server === servers[0]);
      wants(!isDone || error.effect === 'unknown', 'unknown: the servers were set', error.effect);
      wants(!isDone || !error.retryable, 'no advice to repeat it blindly', error.retryable);
    },
  ),
  scenario(
    'ends an order at its deadline with an unknown outcome, never with a second order',
    {
      operations: ['registerDomain', 'getOperation', 'reconcileOperation'],
      situations: ['name-free', 'slow-answer'],
      mayMiss: true,
    },
    async (stage) => {
      const { registrar } = stage;
      const order = await anOrder(stage, startKind, 'new-harbour');
      await stage.bring('slow-answer', { operation: startKind, delayMs });
      const call = order.place(registrar, { timeoutMs: headStartMs });
      const settled = await endsSoon(settledOf(call), 'its deadline comes');
      wants(settled.status === 'failed', 'no result before the answer has come', settled);
      const { error } = settled;
      if (isRegistrarError(error, 'OUTCOME_UNKNOWN')) {
        // On a busy machine the order can still be on its way, or have been given up on the way.
        const purchases = await ordersSoon(stage);
        const state = await registrar.reconcileOperation({ operation: error.handle });
        const found = [state.status === 'done', purchases.length];
        const wanted = purchases.length === 0 ? [false, 0] : [true, 1];
        wantsSame(found, wanted, 'the one order, found by reading if it was executed');
        return;
      }
      // So busy that the deadline came before the order was sent.
      const early = isRegistrarError(error, 'TIMEOUT') && error.effect === 'none';
      const purchases = await stage.purchases(startKind);
      wants(early && purchases.length === 0, 'OUTCOME_UNKNOWN for an order that was sent', error);
    },
  ),
];

const startKind = 'registerDomain' satisfies keyof typeof startOf;

/** Ends a call while its answer is awaited. */
async function endOnceAsked(
  stage: Pick<Stage, 'unstruck'>,
  ending: AbortController,
): Promise<void> {
  const mostLooks = 500;
  for (let look = 0; look < mostLooks; look += 1) {
    const open = stage.unstruck();
    // Where nobody knows what has struck, a moment has to do.
    if (open?.length === 0 || (open === undefined && look === 20)) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  ending.abort();
}

async function untilExecuted(stage: Pick<Stage, 'purchases'>): Promise<void> {
  const orders = await ordersSoon(stage);
  wants(orders.length === 1, 'an order that reaches the vendor', orders);
}

/** What the vendor has executed, once it has executed anything or had the time to. */
async function ordersSoon(stage: Pick<Stage, 'purchases'>): ReturnType<Stage['purchases']> {
  const mostLooks = 500;
  for (let look = 0; look < mostLooks; look += 1) {
    const orders = await stage.purchases(startKind);
    if (orders.length > 0) return orders;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return [];
}
