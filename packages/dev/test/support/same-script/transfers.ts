import { aContact } from '@registrar-kit/testing';
import { buy, type Chapter } from './chapter.js';
import { codeOf } from './story.js';

const authCode = 'Made-Up-Code!1';

/** Domains that come here, and domains that leave. */
export const transfers: Chapter = async (stage) => {
  const { registrar, world, story } = stage;
  const bought = (domain: string): number => world.ledger({ domain }).length;
  const atAnother = (domain: string): string => world.putForeignDomain({ domain, authCode }).domain;

  const domain = atAnother('far-harbour-books.com');
  await story.scene('a question before', ['checkTransfer'], async () => {
    world.putForeignDomain({ domain: 'far-harbour-locked.com', authCode, locked: true });
    const right = await registrar.checkTransfer({ domain, authCode });
    const locked = await registrar.checkTransfer({ domain: 'far-harbour-locked.com', authCode });
    return [right.transferable, locked.transferable];
  });

  const following = [
    ...(['transferDomain', 'getTransfer', 'syncDomain'] as const),
    ...(['getOperation', 'waitForOperation'] as const),
  ];
  await story.scene('a domain that comes later', following, async () => {
    const order = { domain, authCode, price: 'listed' } as const;
    const started = await registrar.transferDomain(order, { idempotencyKey: 'move' });
    const again = await registrar.transferDomain(order, { idempotencyKey: 'move' });
    const other = await codeOf(registrar.transferDomain(order, { idempotencyKey: 'other' }));
    const { operation } = started;
    const underWay = await registrar.getTransfer({ domain });
    const known = await registrar.getOperation({ operation });
    const sync = await registrar.syncDomain({ domain });
    world.transfers.complete(domain);
    const arrived = await registrar.waitForOperation({ operation });
    const transfer = await registrar.getTransfer({ domain });
    const here = await registrar.getDomain({ domain });
    return [
      [started.status, started.incomplete, started.recovered],
      [again.replayed, other, bought(domain)],
      [underWay.status, known.status, sync.status, sync.certain],
      [
        arrived.status,
        transfer.status,
        here.status,
        here.expiresOn === world.find(domain)?.expiresOn,
      ],
    ];
  });

  await story.scene('all transfers', ['listTransfers'], async () => {
    const listed: unknown[] = [];
    for await (const row of registrar.listTransfers())
      if (row.domain === domain) listed.push(row.status);
    return listed;
  });

  const wishing = ['transferDomain', 'getOperation', 'getContacts', 'getPrivacy'] as const;
  await story.scene('wishes beside a transfer', wishing, async () => {
    const wished = atAnother('far-harbour-wishes.com');
    const contacts = { registrant: aContact({ firstName: 'Wanted', email: 'wanted@example.net' }) };
    const order = { domain: wished, authCode, price: 'listed', contacts, privacy: true } as const;
    await registrar.transferDomain(order, { idempotencyKey: 'wishes' });
    world.transfers.complete(wished);
    // Some providers carry them with the order; for the others the repetition does, without another charge.
    const arrived = await registrar.transferDomain(order, { idempotencyKey: 'wishes' });
    const { operation } = arrived;
    const { contacts: held } = await registrar.getContacts({ domain: wished });
    return [
      (await registrar.getOperation({ operation })).status,
      [arrived.replayed, arrived.incomplete, bought(wished)],
      [held.registrant?.firstName, held.billing?.email],
      (await registrar.getPrivacy({ domain: wished })).privacy,
    ];
  });

  await story.scene(
    'a transfer that fails and is started again',
    ['resubmitTransfer', 'transferDomain', 'getTransfer', 'getOperation'],
    async () => {
      const failing = atAnother('far-harbour-failing.com');
      const order = { domain: failing, authCode, price: 'listed' } as const;
      const { operation } = await registrar.transferDomain(order);
      world.transfers.fail(failing, 'losing_registrar');
      const failed = await registrar.getTransfer({ domain: failing });
      const again = await registrar.resubmitTransfer({ domain: failing });
      world.transfers.complete(failing);
      const arrived = await registrar.getOperation({ operation });
      return [failed.status, failed.cause, again.status, arrived.status, bought(failing)];
    },
  );

  const cancelling = ['cancelTransfer', 'transferDomain', 'getTransfer'] as const;
  await story.scene('a transfer that is cancelled', cancelling, async () => {
    const cancelled = atAnother('far-harbour-cancelled.com');
    await registrar.transferDomain({ domain: cancelled, authCode, price: 'listed' });
    await registrar.cancelTransfer({ domain: cancelled });
    const { status, cause } = await registrar.getTransfer({ domain: cancelled });
    return [status, cause, await codeOf(registrar.cancelTransfer({ domain: cancelled }))];
  });

  await story.scene('no transfer', ['getTransfer'], () =>
    codeOf(registrar.getTransfer({ domain: 'not-in-this-account.com' })),
  );

  const leaving = await buy(stage, 'quiet-harbour-leaving.com');
  await story.scene('the code to leave with', ['getAuthCode'], async () => {
    const { authCode: code } = await registrar.getAuthCode({ domain: leaving });
    return [code.reveal() === world.find(leaving)?.authCode, String(code)];
  });

  await story.scene('a domain that is kept', ['rejectTransferOut', 'getDomain'], async () => {
    world.transfersOut.start(leaving);
    const asked = await registrar.getDomain({ domain: leaving });
    await registrar.rejectTransferOut({ domain: leaving });
    return [asked.status, (await registrar.getDomain({ domain: leaving })).status];
  });

  await story.scene('a domain that goes', ['approveTransferOut'], async () => {
    if (world.find(leaving)?.status === 'active') world.transfersOut.start(leaving);
    await registrar.approveTransferOut({ domain: leaving });
    return world.find(leaving)?.status;
  });
};
