import type { WorldTld } from '@registrar-kit/testing';
import type { SimulatedCommand } from '../command.js';
import { succeed } from '../command-answer.js';
import { lower } from '../vendor-text.js';
import { node, type XmlNode } from '../xml-writer.js';

export const domainsGetTldList: SimulatedCommand = {
  name: 'namecheap.domains.getTldList',
  operations: ['listTlds'],
  domains: () => [],
  run: ({ world }) => succeed(node('Tlds', {}, world.tlds().map(toTld))),
};

function toTld(tld: WorldTld, index: number): XmlNode {
  const country = /(?:^|\.)[a-z]{2}$/.test(tld.tld);
  return {
    name: 'Tld',
    attributes: {
      Name: tld.tld,
      // The documentation calls it NonRealTimeDomain.
      NonRealTime: lower(tld.pendingRegistration),
      MinRegisterYears: String(tld.registrationYears.min),
      MaxRegisterYears: String(tld.registrationYears.max),
      MinRenewYears: String(tld.renewalYears.min),
      MaxRenewYears: String(tld.renewalYears.max),
      RenewalMinDays: '0',
      RenewalMaxDays: '4000',
      // The vendor reactivates in the days of grace as well.
      ReactivateMaxDays: String(tld.lifecycle.renewGraceDays + tld.lifecycle.redemptionDays),
      MinTransferYears: tld.transferable ? '1' : '0',
      MaxTransferYears: tld.transferable ? '1' : '0',
      IsApiRegisterable: lower(tld.registrable),
      IsApiRenewable: lower(tld.renewable),
      IsApiTransferable: lower(tld.transferable),
      IsEppRequired: lower(tld.needsAuthCode),
      IsDisableModContact: 'false',
      IsDisableWGAllot: lower(!tld.supportsPrivacy),
      IsIncludeInExtendedSearchOnly: 'false',
      SequenceNumber: String(index + 1),
      Type: country ? 'CCTLD' : 'GTLD',
      SubType: '',
      IsSupportsIDN: lower(tld.supportsIdn),
      Category: country ? 'A' : 'G',
      SupportsRegistrarLock: lower(tld.supportsLock),
      AddGracePeriodDays: '5',
      WhoisVerification: 'false',
      ProviderApiDelete: 'true',
      TldState: '',
      SearchGroup: '',
      Registry: '',
    },
    text: `${tld.tld.toUpperCase()} domains`,
    children: [
      node('Categories', {}, [
        node('TldCategory', { Name: country ? 'international' : 'popular', SequenceNumber: '10' }),
      ]),
    ],
  };
}
