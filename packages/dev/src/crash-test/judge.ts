import type { JournalRow } from '@registrar-kit/core';
import type { OrderStory, StoryEvent } from './order-story.js';

/** What must never happen. */
export const violationKinds = [
  'charged twice',
  /** Executed, and neither done nor unknown to the customer nor on record. */
  'lost',
  'reported failed but executed',
  'reported done but not executed',
  /** The order came to the registrar although an earlier one was executed or may be: only luck kept it from being charged. */
  'sent twice',
  /** Anything else that is wrong. */
  'other',
] as const;
export type ViolationKind = (typeof violationKinds)[number];

/** What an order came to, by the judge's own ledger. */
export interface Judgement {
  readonly ending: 'done' | 'unknown' | 'refused';
  /** How often it was carried out and charged. */
  readonly charges: number;
  /** Whether the customer was ever told that the outcome is unknown. */
  readonly wasUnknown: boolean;
  readonly violations: readonly { readonly kind: ViolationKind; readonly because: string }[];
}

/** What is known of an order in the end, beside its story. */
export interface Ending {
  readonly row: JournalRow | undefined;
  /** Whether the wishes beside it are true at the registrar. */
  readonly wished: boolean;
  /** Whether every order of which nobody knew was put to a person, who looked at the registrar. */
  readonly testified: boolean;
}

/** Compares what the customer was told with what really happened. */
export function judge({ events, told, charges }: OrderStory, ending: Ending): Judgement {
  const { row } = ending;
  const violations: { kind: ViolationKind; because: string }[] = [];
  const add = (kind: ViolationKind, because: string): void =>
    void violations.push({ kind, because });
  const lastWord = told.at(-1)?.outcome;

  if (charges > 1) add('charged twice', `it was charged ${String(charges)} times`);
  if (charges > 0 && row === undefined && lastWord !== 'done')
    add('lost', `the last word is ${lastWord ?? 'nothing'}, and the journal has no record`);
  for (const refusal of refusalsOfExecuted(events)) add('reported failed but executed', refusal);
  if (
    events.some((event, index) => isTold(event, 'done') && chargesIn(events.slice(0, index)) === 0)
  )
    add('reported done but not executed', 'it was told as done when nothing was charged');
  if (row?.state.status === 'done' && charges === 0)
    add('reported done but not executed', 'the journal says done, and nothing was charged');
  const needless = events.filter((event) => event.what === 'arrived' && event.needless).length;
  if (needless > 0) add('sent twice', `it was sent ${String(needless)} times more than once`);

  const last = told.at(-1);
  if (last === undefined) add('other', 'nobody was told anything');
  for (const { text } of told.filter(({ outcome }) => outcome === 'broken')) add('other', text);
  if (lastWord === 'unknown' && row === undefined)
    add('other', 'it is unknown, and the journal has nothing to reconcile');
  if (lastWord === 'unknown' && ending.testified)
    add('other', `a testimony did not settle it: ${last?.text ?? ''}`);
  if (lastWord === 'done' && row?.state.status !== 'done')
    add('other', 'it is done, and the journal does not say so');
  if (lastWord === 'done' && last?.incomplete?.length === 0 && !ending.wished)
    add('other', 'nothing is left open, and a wish is not true');
  return {
    ending: lastWord === 'done' || lastWord === 'unknown' ? lastWord : 'refused',
    charges,
    wasUnknown: told.some(({ outcome }) => outcome === 'unknown'),
    violations,
  };
}

/** A refusal says that nothing was bought: neither before it, nor after it by an order that was sent before it. */
function refusalsOfExecuted(events: readonly StoryEvent[]): string[] {
  return events.flatMap((event, index) => {
    if (!isTold(event, 'refused') || event.what !== 'told') return [];
    const text = event.told.text.slice(0, 300);
    if (chargesIn(events.slice(0, index)) > 0) return [`charged before it was told: ${text}`];
    const after = events.slice(index + 1).filter(({ what }) => /^(?:arrived|charged)$/.test(what));
    return after[0]?.what === 'charged' ? [`charged after it was told: ${text}`] : [];
  });
}

function isTold(event: StoryEvent, outcome: 'done' | 'refused'): boolean {
  return event.what === 'told' && event.told.outcome === outcome;
}

function chargesIn(events: readonly StoryEvent[]): number {
  return events.filter(({ what }) => what === 'charged').length;
}
