import { buy, type Chapter } from './chapter.js';
import { codeOf } from './story.js';

/** Visitors and mail that are sent on. */
export const forwards: Chapter = async (stage) => {
  const { registrar, story } = stage;
  const domain = await buy(stage, 'quiet-harbour-forwards.com');
  const target = 'https://example.net/shop?from=old';

  await story.scene('a web forward', ['setUrlForward', 'getUrlForward'], async () => [
    await registrar.setUrlForward({ domain, target }),
    await registrar.getUrlForward({ domain }),
  ]);

  await story.scene('a frame instead', ['setUrlForward', 'getUrlForward'], async () => [
    await registrar.setUrlForward({ domain, target: 'https://example.net/', kind: 'frame' }),
    await registrar.getUrlForward({ domain }),
  ]);

  await story.scene('no forward', ['deleteUrlForward', 'getUrlForward'], async () => {
    await registrar.deleteUrlForward({ domain });
    const { target: none } = await registrar.getUrlForward({ domain });
    // To delete what is not there is no fault.
    return [none, await codeOf(registrar.deleteUrlForward({ domain }))];
  });

  await story.scene('mail forwards', ['getEmailForwards', 'setEmailForwards'], async () => {
    const wanted = [
      { mailbox: 'info', forwardTo: 'info@example.net' },
      { mailbox: 'orders', forwardTo: 'orders@example.net' },
    ];
    return [
      await registrar.setEmailForwards({ domain, forwards: wanted }),
      await registrar.getEmailForwards({ domain }),
      await registrar.setEmailForwards({ domain, forwards: [] }),
    ];
  });
};
