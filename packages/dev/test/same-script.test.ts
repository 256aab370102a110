import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operationNames, type CapabilityTable, type OperationName } from '@registrar-kit/core';
import { createDemoWorld, fakeCapabilities, FakeRegistrar } from '@registrar-kit/testing';
import type { Chapter } from './support/same-script/chapter.js';
import { forwards } from './support/same-script/forwards.js';
import { hosts } from './support/same-script/hosts.js';
import { leaving } from './support/same-script/leaving.js';
import { purchase } from './support/same-script/purchase.js';
import { records } from './support/same-script/records.js';
import { ShiftedClock } from './support/same-script/shifted-clock.js';
import { settings } from './support/same-script/settings.js';
import { Story } from './support/same-script/story.js';
import { reference, subjects, type Subject } from './support/same-script/subjects.js';
import { transfers } from './support/same-script/transfers.js';

// The chapters know no provider. They are played against each vendor's wire format over real sockets and against the fake,
// each in a world of its own, and all must tell the same story. What a provider does not offer it must refuse as its
// capabilities say; the fake offers everything.

const chapters: Readonly<Record<string, Chapter>> = {
  purchase,
  settings,
  hosts,
  records,
  forwards,
  transfers,
  leaving,
};

test('a scene that meets a closed operation which it does not name says so', async () => {
  const reason = 'the vendor does not tell';
  const capabilities = {
    ...fakeCapabilities,
    getPrivacy: { support: 'unsupported', reason },
  } as const;
  const registrar = new FakeRegistrar({ world: createDemoWorld(), capabilities });
  const played = new Story(capabilities).scene('a look', ['getDomain'], () =>
    registrar.getPrivacy({ domain: 'example.com' }),
  );
  await expect(played).rejects.toThrow(
    'scene "a look" met getPrivacy, which is closed: name it among what the scene needs',
  );
});

/** What no registrar can close. */
const essential: readonly OperationName[] = ['registerDomain', 'quote', 'getDomain'];
const closable = operationNames.filter((name) => !essential.includes(name));

test.each(closable)('the scenes name that they need %s', async (operation) => {
  // Who cannot make a glue host has none to change.
  const closed = operation === 'createHost' ? [operation, 'updateHost', 'deleteHost'] : [operation];
  const reason = 'the vendor does not offer it';
  const capabilities: CapabilityTable = {
    ...fakeCapabilities,
    ...Object.fromEntries(closed.map((name) => [name, { support: 'unsupported', reason }])),
  };
  const refusals = new Map<string, unknown>();
  for (const play of Object.values(chapters)) {
    const clock = new ShiftedClock();
    const world = createDemoWorld({ clock });
    const registrar = new FakeRegistrar({ world, capabilities });
    const story = new Story(capabilities);
    await play({ registrar, world, clock, account: registrar.scope.account, story });
    for (const { title, error } of story.refused) refusals.set(title, error.code);
  }
  expect(new Set(refusals.values())).toEqual(
    new Set(refusals.size === 0 ? [] : ['UNSUPPORTED_OPERATION']),
  );
});

describe.each(Object.entries(chapters))('%s', (_title, play) => {
  const stories = new Map<string, Story>();

  describe.each(Object.entries(subjects))('%s', (name, open) => {
    let subject: Subject;
    beforeAll(async () => {
      subject = await open();
    });
    afterAll(() => subject.close());

    test('plays', async () => {
      const { registrar } = subject;
      const story = new Story(registrar.capabilities);
      stories.set(name, story);
      await play({ ...subject, account: registrar.scope.account, story });
      expect(story.told.size + story.refused.length).toBeGreaterThan(0);
    }, 60_000);
  });

  test('is complete where everything is offered', () => {
    expect(stories.get(reference)?.refused).toEqual([]);
  });

  test.each(Object.keys(subjects))('is the same story at %s', (name) => {
    const expected = stories.get(reference)!.told;
    const { told, refused } = stories.get(name)!;
    const titles = [...told.keys(), ...refused.map(({ title }) => title)];
    expect(titles.sort()).toEqual([...expected.keys()].sort());
    for (const [title, facts] of told)
      expect({ [title]: facts }).toEqual({ [title]: expected.get(title) });
  });

  test.each(Object.keys(subjects))('is cut at %s as its capabilities say', (name) => {
    const story = stories.get(name)!;
    for (const { title, error, reasons } of story.refused) {
      const isClosed = reasons.size > 0;
      const code = isClosed ? 'UNSUPPORTED_OPERATION' : 'INVALID_INPUT';
      expect([title, error]).toMatchObject([title, { code, effect: 'none' }]);
      // A scene may meet another closed operation before the ones that it is about.
      const reason = story.reasonAgainst(error.operation);
      if (isClosed) expect([title, error]).toMatchObject([title, { reason }]);
    }
  });
});
