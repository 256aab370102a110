import type { CapabilityTable, UnsupportedCapability } from '@registrar-kit/core';
import { fakeCapabilities } from '@registrar-kit/testing';

const absent = (reason: string): UnsupportedCapability => ({ support: 'unsupported', reason });
const onOwnDns = {
  support: 'conditional',
  on: 'domain',
  note: 'only while its own name servers serve the domain',
} as const;

/** What providers can do whose interfaces lack a good part, as their adapters say it. This package knows no adapter. */
export const vendorTables: Readonly<Record<string, CapabilityTable>> = {
  'a provider that can neither delete nor hand over': {
    ...fakeCapabilities,
    listTlds: { support: 'supported', keptMs: 3_600_000 },
    getPrices: { support: 'supported', keptMs: 3_600_000 },
    deleteDomain: absent('it cannot delete a domain'),
    checkTransfer: absent('it cannot tell whether a domain can be transferred in'),
    cancelTransfer: absent('it cannot cancel a transfer'),
    approveTransferOut: absent('it knows no transfers to other registrars'),
    rejectTransferOut: absent('it knows no transfers to other registrars'),
    getAuthCode: absent('it gives out no auth code'),
    setAutoRenew: absent('it cannot switch automatic renewal'),
    getRegistrantVerification: absent('it does not tell'),
    resendRegistrantVerification: absent('it cannot send the mail again'),
    listRecords: onOwnDns,
    planRecords: {
      ...onOwnDns,
      recordTypes: ['A', 'AAAA', 'CNAME', 'MX', 'TXT', 'URL'],
      maxRecords: 150,
      ttlSeconds: { min: 60, max: 60_000 },
    },
    applyRecords: onOwnDns,
    getDnssec: absent('it has no DNSSEC'),
    setDnssec: absent('it has no DNSSEC'),
    listHosts: absent('it reads a glue host by its name only'),
    createHost: { support: 'supported', maxAddresses: 1, ipv6: false },
    updateHost: { support: 'supported', maxAddresses: 1, ipv6: false, rename: false },
  },
  'a provider without mail forwards': {
    ...fakeCapabilities,
    listDomains: { support: 'supported', itemsPerRequest: 1000 },
    checkAvailability: { support: 'supported', namesPerRequest: 10 },
    deleteDomain: absent('it has no known call for deleting'),
    resubmitTransfer: absent('it has no known call for starting a transfer again'),
    setAutoRenew: absent('it has no known call for automatic renewal'),
    getRegistrantVerification: absent('nothing but the name of the call is public'),
    resendRegistrantVerification: absent('nothing but the name of the call is public'),
    getEmailForwards: absent('it has no known call for mail forwards'),
    setEmailForwards: absent('it has no known call for mail forwards'),
    getDnssec: absent('it has no known call for DNSSEC'),
    setDnssec: absent('it has no known call for DNSSEC'),
  },
};
