import type { RegisterDomainInput } from '@registrar-kit/core';
import { someContacts } from '../orders.js';
import { scenario } from '../registrar-scenario.js';
import { refusalOf, wants, wantsSame } from '../wants.js';

/** What callers give. */
export const inputScenarios = [
  scenario(
    'refuses what is no domain name, names the field and the cure, and sends nothing',
    { operations: ['getDomain', 'getNameservers'] },
    async (stage) => {
      const { registrar } = stage;
      const before = stage.requests();
      for (const domain of ['', 'not a name', 'www.harbour.com', 'com']) {
        for (const call of [
          registrar.getDomain({ domain }),
          registrar.getNameservers({ domain }),
        ]) {
          const error = await refusalOf(call, 'INVALID_INPUT', `"${domain}" is no domain name`);
          const [issue] = error.issues;
          wants(issue?.path === 'domain' && issue.cure !== '', 'the field and the cure', error);
          wantsSame(error.effect, 'none', 'that nothing was done');
        }
      }
      wantsSame(stage.requests(), before, 'no request for input that is wrong');
    },
  ),
  scenario(
    'refuses a misspelt field of an order, lists every fault at once, and buys nothing',
    { operations: ['registerDomain'], situations: ['name-free'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('name-free', { label: 'harbour' });
      const before = stage.requests();
      const order = { domain, years: 99, contacts: someContacts, price: 'listed', lok: true };
      const call = registrar.registerDomain(order as RegisterDomainInput);
      const { issues } = await refusalOf(call, 'INVALID_INPUT', 'years and lok are wrong');
      wants(issues.length > 1, 'both faults', issues);
      const right: RegisterDomainInput = {
        domain,
        years: 1,
        contacts: someContacts,
        price: 'listed',
      };
      const options: object = { dryrun: true };
      const typo = registrar.registerDomain(right, options);
      await refusalOf(typo, 'INVALID_INPUT', 'a misspelt dryRun must not buy');
      wantsSame(stage.requests(), before, 'no request for input that is wrong');
      wantsSame(await stage.purchases(), [], 'nothing bought');
    },
  ),
  scenario(
    'leaves what the caller gave as it was',
    {
      operations: ['registerDomain', 'checkAvailability', 'setNameservers'],
      situations: ['name-free', 'domain-ours'],
    },
    async (stage) => {
      const { registrar } = stage;
      const free = await stage.bring('name-free', { label: 'new-harbour' });
      const ours = await stage.bring('domain-ours', { label: 'own-harbour' });
      const search = { domains: [free.domain.toUpperCase(), 'not a name', free.domain] };
      const delegation = {
        domain: ours.domain.toUpperCase(),
        nameservers: ['ns2.example.net.', 'NS1.example.net'],
      };
      const contacts = structuredClone(someContacts);
      const order = { domain: free.domain, years: 1, contacts, price: 'listed' } as const;
      const given = [search, delegation, order];
      const copies = structuredClone(given);
      await registrar.checkAvailability(search);
      await registrar.setNameservers(delegation);
      await registrar.registerDomain(order);
      wantsSame(given, copies, 'the caller’s objects as they were given');
    },
  ),
];
