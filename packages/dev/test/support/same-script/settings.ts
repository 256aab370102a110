import { aContact, aContactSet } from '@registrar-kit/testing';
import { buy, type Chapter } from './chapter.js';
import { codeOf } from './story.js';

/** What the owner of a domain sets. */
export const settings: Chapter = async (stage) => {
  const { registrar, story, world } = stage;
  const domain = await buy(stage, 'quiet-harbour-settings.com', { privacy: true });

  const wishing = ['registerDomain', 'getNameservers', 'getPrivacy', 'getLock'] as const;
  await story.scene('wishes beside a purchase', wishing, async () => {
    const wished = 'quiet-harbour-wishes.com';
    const nameservers = ['ns1.example.net', 'ns2.example.net'];
    const order = { domain: wished, years: 1, contacts: aContactSet(), price: 'listed' } as const;
    const result = await registrar.registerDomain({
      ...order,
      nameservers,
      privacy: true,
      lock: true,
    });
    const delegation = await registrar.getNameservers({ domain: wished });
    const { privacy } = await registrar.getPrivacy({ domain: wished });
    const { locked } = await registrar.getLock({ domain: wished });
    return [result.status, result.incomplete, delegation.nameservers, privacy, locked];
  });

  const delegating = ['setNameservers', 'getNameservers', 'resetNameservers'] as const;
  await story.scene('name servers', delegating, async () => {
    const nameservers = ['NS1.example.net.', 'ns2.example.net'];
    const set = await registrar.setNameservers({ domain, nameservers });
    const read = await registrar.getNameservers({ domain });
    const tooFew = registrar.setNameservers({ domain, nameservers: ['ns1.example.net'] });
    const refused = await codeOf(tooFew);
    const reset = await registrar.resetNameservers({ domain });
    const after = await registrar.getNameservers({ domain });
    return [
      [set.nameservers, read.nameservers, refused],
      // Each provider has servers of its own.
      [reset.nameservers, after.nameservers].map(
        (own) => own.length > 1 && !own.includes(read.nameservers[0]!),
      ),
    ];
  });

  await story.scene('lock', ['getLock', 'setLock'], async () => {
    const states: unknown[] = [];
    // Set, never toggled.
    for (const locked of [true, true, false, true]) {
      states.push(await registrar.setLock({ domain, locked }), await registrar.getLock({ domain }));
    }
    return [states, world.find(domain)?.locked];
  });

  await story.scene('privacy', ['getPrivacy', 'setPrivacy'], async () => {
    const states: unknown[] = [await registrar.getPrivacy({ domain })];
    for (const privacy of [false, false, true])
      states.push(
        await registrar.setPrivacy({ domain, privacy }),
        await registrar.getPrivacy({ domain }),
      );
    return [states, world.find(domain)?.privacy];
  });

  await story.scene('contacts', ['getContacts', 'setContacts'], async () => {
    const before = await registrar.getContacts({ domain });
    const tech = aContact({ firstName: 'Other', email: 'other@example.net' });
    const answered = await registrar.setContacts({ domain, contacts: { tech } });
    const after = await registrar.getContacts({ domain });
    return [before, answered, after].map(({ contacts }) =>
      (['registrant', 'admin', 'tech', 'billing'] as const).map((role) => {
        const { firstName, email, phone, country } = contacts[role] ?? {};
        return [role, firstName, email, phone, country];
      }),
    );
  });

  await story.scene('automatic renewal', ['setAutoRenew'], async () => [
    await registrar.setAutoRenew({ domain, autoRenew: true }),
    await registrar.setAutoRenew({ domain, autoRenew: false }),
  ]);

  await story.scene('the registrant’s address', ['getRegistrantVerification'], async () => {
    const { status } = await registrar.getRegistrantVerification({ domain });
    world.verifyRegistrant(domain);
    return [status, (await registrar.getRegistrantVerification({ domain })).status];
  });

  await story.scene(
    'a mail to an address that is confirmed',
    ['resendRegistrantVerification'],
    () => codeOf(registrar.resendRegistrantVerification({ domain })),
  );

  await story.scene('DNSSEC', ['getDnssec', 'setDnssec'], async () => {
    const records = [{ keyTag: 2371, algorithm: 13, digestType: 2, digest: 'AB'.repeat(32) }];
    return [
      await registrar.getDnssec({ domain }),
      await registrar.setDnssec({ domain, records }),
      await registrar.getDnssec({ domain }),
    ];
  });

  await story.scene(
    'settings of a domain that is not here',
    ['getLock', 'setLock', 'getContacts', 'setNameservers'],
    async () => {
      const elsewhere = { domain: 'not-in-this-account.com' };
      return [
        await codeOf(registrar.getLock(elsewhere)),
        await codeOf(registrar.setLock({ ...elsewhere, locked: true })),
        await codeOf(registrar.getContacts(elsewhere)),
        await codeOf(
          registrar.setNameservers({
            ...elsewhere,
            nameservers: ['ns1.example.net', 'ns2.example.net'],
          }),
        ),
      ];
    },
  );
};
