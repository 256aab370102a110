import { money } from '@registrar-kit/core';
import { buy, type Chapter } from './chapter.js';
import { codeOf } from './story.js';

/** Domains that time takes away, and that come back. */
export const leaving: Chapter = async (stage) => {
  const { registrar, world, clock, account, story } = stage;
  const domain = 'quiet-harbour-late.com';
  const price = { atMost: money('200.00', 'USD') };
  const { expiresOn } = world.putDomain({ domain, account, expiresOn: world.today() });
  const bought = (): number => world.ledger({ domain }).length;

  await story.scene('nothing to restore', ['restoreDomain'], () =>
    codeOf(registrar.restoreDomain({ domain, price })),
  );

  const { renewGraceDays = 0, redemptionDays = 0 } = world.tld('com')?.lifecycle ?? {};
  clock.advanceDays(renewGraceDays + Math.ceil(redemptionDays / 2));
  await story.scene(
    'a domain that comes back',
    ['restoreDomain', 'getOperation', 'getDomain'],
    async () => {
      const dryRun = await registrar.restoreDomain({ domain, price }, { dryRun: true });
      const tooLittle = { atMost: money('1.00', 'USD') };
      const refused = await codeOf(registrar.restoreDomain({ domain, price: tooLittle }));
      const before = bought();
      const restored = await registrar.restoreDomain({ domain, price });
      const { operation } = restored;
      const state = await registrar.getOperation({ operation });
      const after = await registrar.getDomain({ domain });
      return [
        [dryRun.status, refused, before],
        [restored.recovered, restored.incomplete, state.status, bought()],
        [after.status, Number(after.expiresOn?.slice(0, 4)) - Number(expiresOn.slice(0, 4))],
      ];
    },
  );

  await story.scene('a domain that is deleted', ['deleteDomain', 'getDomain'], async () => {
    const unwanted = await buy(stage, 'quiet-harbour-unwanted.com');
    await registrar.deleteDomain({ domain: unwanted });
    return (await registrar.getDomain({ domain: unwanted })).status;
  });
};
