import { toUnicodeDomain, type Domain } from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { oneName } from '../input/one-name.js';
import type { Field } from '../output/record.js';
import { yesNo } from '../output/yes-no.js';
import { showRecord } from '../session/show.js';
import type { Command } from './command.js';

/** `registrar show`. */
export const show: Command = {
  name: 'show',
  summary: 'one domain of the account',
  usage: ['show <name>'],
  about: ['Shows what the registrar states; what it does not state is left out.'],
  options: connectionOptions,
  examples: ['registrar show example.com', 'registrar show demo-bakery.com --simulate --json'],
  async run({ words }, session) {
    const domain = oneName(words, 'show');
    const registrar = await session.connect('read', { domain });
    const found = await registrar.getDomain({ domain }, session.callOptions);
    return showRecord(found, domainFields, session);
  },
};

function domainFields(domain: Domain): readonly Field[] {
  const unicode = toUnicodeDomain(domain.domain);
  const { status, vendorStatus } = domain;
  return [
    ['domain', unicode],
    ['as A-label', unicode === domain.domain ? undefined : domain.domain],
    [
      'status',
      vendorStatus === undefined || vendorStatus.toLowerCase() === status
        ? status
        : `${status} (${vendorStatus})`,
    ],
    ['registered on', domain.registeredOn],
    ['expires on', domain.expiresOn],
    ['name servers', domain.nameservers],
    ['locked', yesNo(domain.locked)],
    ['privacy', yesNo(domain.privacy)],
    ['auto-renew', yesNo(domain.autoRenew)],
    ['premium', yesNo(domain.premium)],
    ['owned', yesNo(domain.owned)],
  ];
}
