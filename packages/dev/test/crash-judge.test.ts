import { describe, expect, it } from '@jest/globals';
import type { JournalRow } from '@registrar-kit/core';
import { judge, type Ending, type ViolationKind } from '../src/crash-test/judge.js';
import { OrderStory, type StoryEvent } from '../src/crash-test/order-story.js';
import type { Told } from '../src/crash-test/panel/panel-line.js';

const told = (outcome: Told['outcome'], incomplete: readonly string[] = []): StoryEvent => ({
  what: 'told',
  told: { outcome, incomplete, text: `it is ${outcome}` },
});
const arrived: StoryEvent = { what: 'arrived', fault: undefined, needless: false };
const charged: StoryEvent = { what: 'charged', amount: '10.00' };
const killed: StoryEvent = { what: 'killed', moment: 'held' };

const row = (status: JournalRow['state']['status']): JournalRow =>
  ({ state: { status } }) as JournalRow;

function kindsOf(
  events: readonly StoryEvent[],
  ending: Partial<Ending> = {},
): readonly ViolationKind[] {
  const story = new OrderStory(() => ({ atMs: 0, life: 0 }));
  for (const event of events) story.add(event);
  const { violations } = judge(story, {
    ...{ row: row('done'), wished: true, testified: false },
    ...ending,
  });
  return violations.map(({ kind }) => kind);
}

describe('the judge', () => {
  it.each<readonly [string, readonly StoryEvent[], Partial<Ending>]>([
    ['a purchase', [arrived, charged, told('done')], {}],
    [
      'one that was killed, unknown and then found',
      [arrived, charged, killed, told('unknown'), told('done')],
      {},
    ],
    ['one that stays unknown', [arrived, charged, told('unknown')], { row: row('unknown') }],
    ['a refusal', [arrived, told('refused')], { row: undefined }],
    ['a purchase after a refusal', [arrived, told('refused'), arrived, charged, told('done')], {}],
    [
      'wishes that are said to be open',
      [arrived, charged, told('done', ['lock'])],
      { wished: false },
    ],
  ])('has nothing against %s', (_title, events, ending) => {
    expect(kindsOf(events, ending)).toEqual([]);
  });

  it.each<readonly [string, readonly ViolationKind[], readonly StoryEvent[], Partial<Ending>]>([
    ['a second charge', ['charged twice'], [arrived, charged, arrived, charged, told('done')], {}],
    [
      'a charge of which nobody knows',
      ['lost', 'other'],
      [arrived, charged, killed],
      { row: undefined },
    ],
    [
      'a charge that is called unknown and is not on record',
      ['lost', 'other'],
      [arrived, charged, told('unknown')],
      { row: undefined },
    ],
    [
      'a refusal after the charge',
      ['lost', 'reported failed but executed'],
      [arrived, charged, told('refused')],
      { row: undefined },
    ],
    [
      'a refusal of what is charged later',
      ['reported failed but executed'],
      [arrived, told('refused'), charged, told('done')],
      {},
    ],
    [
      'a purchase that never was',
      ['reported done but not executed', 'reported done but not executed'],
      [arrived, told('done')],
      {},
    ],
    [
      'a record of a purchase that never was',
      ['reported done but not executed'],
      [arrived, told('unknown')],
      {},
    ],
    [
      'an order that comes again, even if it is refused',
      ['sent twice'],
      [arrived, charged, { ...arrived, needless: true }, told('done')],
      {},
    ],
    [
      'a purchase that is not on record',
      ['other'],
      [arrived, charged, told('done')],
      { row: row('started') },
    ],
    [
      'a wish that is called true and is not',
      ['other'],
      [arrived, charged, told('done')],
      { wished: false },
    ],
    [
      'an order that stays unknown although a person looked',
      ['other'],
      [arrived, charged, told('unknown')],
      { row: row('unknown'), testified: true },
    ],
    [
      'an error that is none of the contract',
      ['other'],
      [arrived, told('broken')],
      { row: undefined },
    ],
    ['an order of which nobody heard', ['other'], [], { row: undefined }],
  ])('notices %s', (_title, kinds, events, ending) => {
    expect(kindsOf(events, ending)).toEqual(kinds);
  });
});
