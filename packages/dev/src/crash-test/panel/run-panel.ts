import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  createRegistrar,
  journalScopeOf,
  systemClock,
  type Clock,
  type OperationJournal,
  type ReconcileOperationInput,
  type Registrar,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { namecheap } from '@registrar-kit/namecheap';
import { announcedJournal } from './announced-journal.js';
import { openJournal } from './open-journal.js';
import type { PanelJob, ReconcileTask } from './panel-job.js';
import type { PanelLine } from './panel-line.js';
import { buyFrom, reconcile, toldByError, toldByResult, type Buy } from './placing.js';

/** How a panel breaks the rules, in a test that shows that breaking them is noticed. */
export interface Looseness {
  readonly journal?: (journal: OperationJournal) => OperationJournal;
  readonly buy?: (buy: Buy, registrar: Registrar, journal: OperationJournal) => Buy;
}

/**
 * A hosting panel in a process of its own: reads its job as one line, says that it is ready, and begins when it is told to by
 * another line. Whatever it is told goes out as a line at once, since it may be killed at any moment.
 */
export async function runPanel(looseness: Looseness = {}): Promise<void> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const { value } = (await lines.next()) as { readonly value: string };
    return value;
  };
  const { config, journal: place, leaseMs, ...job } = JSON.parse(await nextLine()) as PanelJob;
  const engine = openJournal(place, leaseMs);
  const kept = looseness.journal?.(engine) ?? engine;
  const orders = new Map(job.tasks.map(({ order }) => [order.input.domain, order.id]));
  const journal = announcedJournal(kept, (step, domain) => {
    const order = orders.get(domain ?? '');
    if (order !== undefined) say({ say: step, order });
  });
  const clock = clockAhead(job.clockAheadMs);
  const registrar = createRegistrar(config, [namecheap, domainNameApi], { journal, clock });
  const strict = buyFrom(registrar);
  const buy = looseness.buy?.(strict, registrar, kept) ?? strict;
  say({ say: 'ready', scope: journalScopeOf(registrar.scope) });
  await nextLine();
  const left = [...job.tasks];
  const work = async (): Promise<void> => {
    for (let task = left.shift(); task !== undefined; task = left.shift()) {
      const { id } = task.order;
      const { timeoutMs } = job;
      say({ say: 'asked', order: id });
      const told =
        task.do === 'reconcile'
          ? await reconcile(toInput(task), registrar, timeoutMs)
          : await buy(task.order, { timeoutMs, ...task.options }).then(toldByResult, toldByError);
      say({ say: 'told', order: id, ...told });
    }
  };
  await Promise.all(Array.from({ length: job.hands }, work));
  await engine.close();
  process.stdin.destroy();
}

function toInput({ handle, witnessed }: ReconcileTask): ReconcileOperationInput {
  return { operation: handle, ...(witnessed === undefined ? {} : { witnessed }) };
}

/** The panel's own time, for what waits for minutes in earnest. */
function clockAhead(aheadMs: number): Clock {
  return {
    now: () => systemClock.now() + aheadMs,
    elapsed: () => systemClock.elapsed(),
    delay: (ms, signal) => systemClock.delay(ms, signal),
  };
}

/** Nothing of a line may be lost in a buffer when the process is killed. */
function say(line: PanelLine): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
