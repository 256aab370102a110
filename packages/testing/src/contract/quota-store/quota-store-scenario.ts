import assert from 'node:assert/strict';
import type {
  Lane,
  QuotaBucket,
  QuotaGrant,
  QuotaKey,
  QuotaRequest,
  QuotaStore,
} from '@registrar-kit/core';
import type { QuotaStoreSubject } from './quota-store-harness.js';

/** One thing that every store must do. */
export interface QuotaStoreScenario {
  readonly title: string;
  readonly run: (subject: QuotaStoreSubject) => Promise<void>;
}

export function scenario(title: string, run: QuotaStoreScenario['run']): QuotaStoreScenario {
  return { title, run };
}

export const aKey: QuotaKey = {
  provider: 'example-registrar',
  host: 'api.example.com',
  account: 'account-1',
  bucket: 'api',
};

/** A window so long that none of it passes while a scenario runs. */
export const longMs = 3_600_000;

/** How long a ticket of the stores under test lives. */
export const leaseMs = 1000;

export function aBucket(limit: number, more: Partial<QuotaBucket> = {}): QuotaBucket {
  return { windows: [{ limit, windowMs: longMs }], countsFrom: 'completion', ...more };
}

/** What a process asks for: by default one slot for a customer. */
export function aRequest(
  member: string,
  waiting: Partial<Record<Lane, number>> = { interactive: 1 },
  memory?: string,
): QuotaRequest {
  const known = memory === undefined ? {} : { memory };
  return { member, waiting: { interactive: 0, bulk: 0, ...waiting }, ...known };
}

/** Takes slots that must be there. */
export async function taken(
  store: QuotaStore,
  bucket: QuotaBucket,
  member: string,
  count = 1,
  lane: Lane = 'interactive',
): Promise<readonly string[]> {
  const { tickets } = await store.admit(aKey, bucket, aRequest(member, { [lane]: count }));
  assert.equal(tickets.length, count, `${String(count)} slots are free, so all must be given`);
  return tickets.map(({ id }) => id);
}

export function lanesOf({ tickets }: QuotaGrant): readonly Lane[] {
  return tickets.map(({ lane }) => lane);
}

/** Nothing was given, and the wait is told. */
export function assertMustWait(grant: QuotaGrant, why: string): number {
  assert.deepEqual(lanesOf(grant), [], why);
  assert.ok(
    grant.waitMs !== undefined && grant.waitMs > 0,
    'who must wait has to be told how long',
  );
  return grant.waitMs;
}

export function pass(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
