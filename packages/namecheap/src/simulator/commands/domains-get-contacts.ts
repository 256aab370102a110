import type { WorldDomain } from '@registrar-kit/testing';
import { notAssociated, owned, standingOf } from '../account-domain.js';
import { wholeName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { failWith, succeed, type CommandAnswer } from '../command-answer.js';
import { registryFieldsOf } from '../held-fields.js';
import { hiddenAddressOf } from '../privacy-subscription.js';
import { contactSets, vendorFieldsOf } from '../vendor-contacts.js';
import { node, textNode, type XmlNode } from '../xml-writer.js';

export const domainsGetContacts: SimulatedCommand = {
  name: 'namecheap.domains.getContacts',
  operations: ['getContacts'],
  domains: wholeName,
  run,
};

function run(request: CommandRequest): CommandAnswer {
  const [name = ''] = wholeName(request.parameters);
  const { domain, refusal } = owned(standingOf(name, request), notAssociated(name));
  if (refusal !== undefined) return failWith([refusal], node('DomainContactsResult'));
  return succeed(toResult(domain));
}

function toResult(domain: WorldDomain): XmlNode {
  const sets = contactSets.map((set) => ({
    prefix: set.prefix,
    fields: vendorFieldsOf(domain, set),
  }));
  const shown = domain.privacy ? hiddenFields(domain) : {};
  return node(
    'DomainContactsResult',
    // In lower case as a whole, and nowhere else.
    { Domain: domain.domain, domainnameid: String(domain.id) },
    [
      ...sets.map(({ prefix, fields }) => node(prefix, { ReadOnly: 'false' }, toFields(fields))),
      node('CurrentAttributes', {}, toFields(registryFieldsOf(domain))),
      node(
        'WhoisGuardContact',
        {},
        sets.map(({ prefix, fields }) =>
          node(prefix, { ReadOnly: 'true' }, toFields({ ...fields, ...shown })),
        ),
      ),
    ],
  );
}

function toFields(fields: Readonly<Record<string, string>>): readonly XmlNode[] {
  return Object.entries(fields).map(([name, value]) => textNode(name, value));
}

/** What everybody sees instead, whoever is meant. */
function hiddenFields(domain: WorldDomain): Readonly<Record<string, string>> {
  return {
    OrganizationName: 'Privacy Service',
    JobTitle: '',
    FirstName: 'Redacted',
    LastName: 'For Privacy',
    Address1: '1 Hidden Street',
    Address2: '',
    City: 'Exampletown',
    StateProvince: 'EX',
    StateProvinceChoice: 'S',
    PostalCode: '00000',
    Country: 'IS',
    Phone: '+354.5550100',
    Fax: '',
    EmailAddress: hiddenAddressOf(domain),
    PhoneExt: '',
  };
}
