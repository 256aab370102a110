import { aContact } from '../../../builders/a-contact.js';
import { scenario, type RegistrarScenario } from '../registrar-scenario.js';
import { refusalOf, wants, wantsSame } from '../wants.js';
import type { RoundTrips } from './round-trips.js';
import type { OperationName, Registrar } from '@registrar-kit/core';

const servers = ['ns1.example.net', 'ns2.example.net'];

/** What the owner of a domain sets: written, answered, and read back. */
export const settingScenarios: RoundTrips<
  | 'getNameservers'
  | 'setNameservers'
  | 'resetNameservers'
  | 'getLock'
  | 'setLock'
  | 'getPrivacy'
  | 'setPrivacy'
  | 'getContacts'
  | 'setContacts'
  | 'setAutoRenew'
  | 'getRegistrantVerification'
  | 'resendRegistrantVerification'
> = {
  getNameservers: onOurDomain(
    'getNameservers tells the delegation, and whether the servers are the provider’s',
    ['getNameservers'],
    async (registrar, domain) => {
      const { nameservers, providerDns } = await registrar.getNameservers({ domain });
      wants(nameservers.length > 1, 'the servers that the domain is delegated to', nameservers);
      wants(providerDns !== false, 'that they are the provider’s own', providerDns);
    },
  ),
  setNameservers: onOurDomain(
    'setNameservers replaces the whole delegation, and answers what stands',
    ['setNameservers', 'getNameservers'],
    async (registrar, domain) => {
      const given = ['NS1.example.net.', 'ns2.example.net'];
      const answer = await registrar.setNameservers({ domain, nameservers: given });
      wantsSame([...answer.nameservers].sort(), servers, 'the servers in their one form');
      const read = await registrar.getNameservers({ domain });
      wantsSame([...read.nameservers].sort(), servers, 'the same when it is read');
      const { setNameservers } = registrar.capabilities;
      if (setNameservers.support === 'unsupported') return;
      const tooMany = Array.from(
        { length: setNameservers.maxNameservers + 1 },
        (_, index) => `ns${String(index)}.example.net`,
      );
      const refused = registrar.setNameservers({ domain, nameservers: tooMany });
      await refusalOf(refused, 'INVALID_INPUT', 'the capability table permits fewer');
    },
  ),
  resetNameservers: onOurDomain(
    'resetNameservers goes back to the provider’s own servers',
    ['resetNameservers', 'setNameservers', 'getNameservers'],
    async (registrar, domain) => {
      await registrar.setNameservers({ domain, nameservers: servers });
      const answer = await registrar.resetNameservers({ domain });
      const read = await registrar.getNameservers({ domain });
      for (const { nameservers, providerDns } of [answer, read])
        wants(
          nameservers.length > 1 &&
            !nameservers.some((server) => (servers as readonly string[]).includes(server)) &&
            providerDns !== false,
          'servers of the provider',
          nameservers,
        );
    },
  ),
  getLock: onOurDomain(
    'getLock tells the registrar lock',
    ['getLock'],
    async (registrar, domain) => {
      wantsSame(await registrar.getLock({ domain }), { domain, locked: false }, 'no lock');
    },
  ),
  setLock: onOurDomain(
    'setLock sets the wanted state and never toggles',
    ['setLock', 'getLock'],
    async (registrar, domain) => {
      for (const locked of [true, true, false, false, true]) {
        wantsSame(await registrar.setLock({ domain, locked }), { domain, locked }, 'what was set');
        wantsSame(await registrar.getLock({ domain }), { domain, locked }, 'the same when read');
      }
    },
  ),
  getPrivacy: onOurDomain(
    'getPrivacy tells whether the contacts are hidden',
    ['getPrivacy'],
    async (registrar, domain) => {
      const { domain: named, privacy } = await registrar.getPrivacy({ domain });
      wantsSame([named, typeof privacy], [domain, 'boolean'], 'a plain yes or no');
    },
  ),
  setPrivacy: onOurDomain(
    'setPrivacy sets the wanted state and never toggles',
    ['setPrivacy', 'getPrivacy'],
    async (registrar, domain) => {
      for (const privacy of [true, true, false, false, true]) {
        const wanted = { domain, privacy };
        wantsSame(await registrar.setPrivacy(wanted), wanted, 'what was set');
        wantsSame(await registrar.getPrivacy({ domain }), wanted, 'the same when it is read');
      }
    },
  ),
  getContacts: onOurDomain(
    'getContacts tells the contacts as the provider keeps them',
    ['getContacts'],
    async (registrar, domain) => {
      const { domain: named, contacts } = await registrar.getContacts({ domain });
      wantsSame(named, domain, 'the contacts of this domain');
      const { email, phone = '+1' } = contacts.registrant ?? {};
      wants(email?.includes('@') === true, 'the registrant’s address', email);
      wants(/^\+\d{1,15}$/.test(phone), 'phones in E.164', phone);
    },
  ),
  setContacts: onOurDomain(
    'setContacts replaces the roles given and keeps the others',
    ['setContacts', 'getContacts'],
    async (registrar, domain) => {
      const before = await registrar.getContacts({ domain });
      const tech = aContact({
        firstName: 'Nova',
        email: 'nova@example.net',
        phone: '+442079460123',
      });
      const answer = await registrar.setContacts({ domain, contacts: { tech } });
      const read = await registrar.getContacts({ domain });
      for (const { contacts } of [answer, read]) {
        const { firstName, email, phone, city, country } = contacts.tech ?? {};
        wantsSame(
          [firstName, email, phone, city, country],
          [tech.firstName, tech.email, tech.phone, tech.city, tech.country],
          'the new contact, whole',
        );
        for (const role of ['registrant', 'billing'] as const)
          wantsSame(contacts[role], before.contacts[role], `${role} as it was`);
      }
    },
  ),
  setAutoRenew: onOurDomain(
    'setAutoRenew sets the wanted state and never toggles',
    ['setAutoRenew'],
    async (registrar, domain) => {
      for (const autoRenew of [true, true, false, false]) {
        const wanted = { domain, autoRenew };
        wantsSame(await registrar.setAutoRenew(wanted), wanted, 'what was set');
        const { autoRenew: read = autoRenew } = await registrar.getDomain({ domain });
        wantsSame(read, autoRenew, 'the same when it is read, where the provider tells');
      }
    },
  ),
  getRegistrantVerification: scenario(
    'getRegistrantVerification tells an address that nobody has confirmed',
    { operations: ['getRegistrantVerification'], situations: ['registrant-unverified'] },
    async (stage) => {
      const { domain } = await stage.bring('registrant-unverified', { label: 'own-harbour' });
      const answer = await stage.registrar.getRegistrantVerification({ domain });
      wantsSame(answer, { domain, status: 'pending' }, 'that it is awaited');
    },
  ),
  resendRegistrantVerification: scenario(
    'resendRegistrantVerification sends the mail again while it is awaited',
    {
      operations: ['resendRegistrantVerification'],
      situations: ['registrant-unverified', 'domain-ours'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('registrant-unverified', { label: 'own-harbour' });
      await registrar.resendRegistrantVerification({ domain });
      const verified = await stage.bring('domain-ours', { label: 'own-bakery' });
      const needless = registrar.resendRegistrantVerification(verified);
      await refusalOf(needless, 'INVALID_DOMAIN_STATE', 'the address is confirmed already');
    },
  ),
};

/** A scenario about one active domain of the account. */
export function onOurDomain(
  title: string,
  operations: readonly OperationName[],
  act: (registrar: Registrar, domain: string) => Promise<void>,
): RegistrarScenario {
  return scenario(title, { operations, situations: ['domain-ours'] }, async (stage) => {
    const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
    await act(stage.registrar, domain);
  });
}
