import type { FaultRow } from './fault-row.js';
import { invalidInput, notInAccount, providerFault, wrongState } from './fault-class.js';

const hostCommands = [
  'domains.ns.create',
  'domains.ns.delete',
  'domains.ns.getInfo',
  'domains.ns.update',
] as const;

const noSuchHost = 'the registry knows no such name server';
const hostInUse =
  'domains still use the name server, so that the registry leaves it as it is; give them other name servers first';
const hostSource = 'captured from the sandbox (zamnuts/afo-namecheap-api fixtures of ns.*, 2015)';

/** Faults of domains.dns.* and domains.ns.*. */
export const dnsFaults: readonly FaultRow[] = [
  {
    number: '2030288',
    commands: [
      'domains.dns.getHosts',
      'domains.dns.getEmailForwarding',
      'domains.dns.setEmailForwarding',
    ],
    means:
      'the domain does not use the DNS service that this command needs; resetNameservers makes Namecheap serve it',
    becomes: wrongState(),
    certainty: 'documented',
    source: 'Namecheap docs: domains.dns.*',
  },
  {
    number: '2050900',
    commands: ['domains.dns.setHosts', 'domains.dns.getHosts', 'domains.dns.getList'],
    means: 'the address of a host record is not valid',
    becomes: invalidInput('records', 'correct the address'),
    certainty: 'observed',
    source: 'official SDK tests (namecheap/go-namecheap-sdk); not on a vendor page',
  },
  {
    number: '3011288',
    commands: ['domains.dns.getHosts', 'domains.dns.getEmailForwarding'],
    means: 'the upstream registrar reported an invalid name server',
    becomes: providerFault({ outcome: 'open', causes: ['registry_fault'] }),
    certainty: 'documented',
    source: 'Namecheap docs: domains.dns.*',
  },
  {
    number: '3013288',
    commands: ['domains.dns.setHosts', 'domains.dns.setDefault', 'domains.dns.setEmailForwarding'],
    means: 'there are too many records',
    becomes: invalidInput('records', 'keep the zone at 150 records or fewer'),
    certainty: 'documented',
    source: 'Namecheap docs: domains.dns.*',
  },
  {
    number: '3031166',
    commands: ['domains.dns.setCustom'],
    means: 'the registry refuses a name server',
    becomes: invalidInput('nameservers', 'give name servers that exist at the registry'),
    certainty: 'observed',
    source: 'jkindrix/ncheap tests on a sandbox capture of 2026-06; not on a vendor page',
  },
  {
    number: '3031510',
    commands: hostCommands,
    means: 'the registry or an upstream registrar reported an error',
    becomes: providerFault({ outcome: 'open', causes: ['registry_fault'], transient: true }),
    certainty: 'documented',
    source: 'Namecheap docs: domains.ns.*',
    whenText: [
      {
        pattern: /\berror 545\b|\bname ?server does not exist\b/i,
        means: noSuchHost,
        becomes: notInAccount,
        certainty: 'observed',
        source: hostSource,
      },
      {
        pattern: /\berror 533\b|\bobject association prohibits\b/i,
        means: hostInUse,
        becomes: wrongState(),
        certainty: 'observed',
        source: hostSource,
      },
      {
        pattern: /\bip address \S+ is reserved\b/i,
        means: 'the registry takes no reserved address',
        becomes: invalidInput('addresses', 'give a public address'),
        certainty: 'observed',
        source: hostSource,
      },
      {
        pattern: /\boriginal ip and new ip are the same\b/i,
        means: 'the name server has that address already',
        becomes: invalidInput('addresses', 'give another address'),
        certainty: 'observed',
        source: hostSource,
      },
    ],
  },
  {
    number: '4013288',
    commands: ['domains.dns.setHosts'],
    means: 'there are too many records',
    becomes: invalidInput('records', 'keep the zone at 150 records or fewer'),
    certainty: 'documented',
    source: 'Namecheap docs: domains.dns.setHosts',
  },
  {
    number: '4022228',
    commands: ['domains.dns.setEmailForwarding'],
    means: 'the list of name servers could not be read',
    becomes: providerFault({ outcome: 'open', transient: true }),
    certainty: 'observed',
    source: 'third-party copy of the vendor page: SteveHanna/Namecheap-dot-net',
  },
  {
    number: '4022288',
    commands: [
      'domains.dns.getList',
      'domains.dns.setCustom',
      'domains.dns.setDefault',
      'domains.dns.setHosts',
      'domains.dns.setEmailForwarding',
    ],
    means: 'the list of name servers could not be read',
    becomes: providerFault({ outcome: 'open', transient: true }),
    certainty: 'documented',
    source: 'Namecheap docs: domains.dns.*',
  },
  {
    number: '4022328',
    commands: ['domains.dns.getEmailForwarding'],
    means: 'the e-mail forwards could not be read',
    becomes: providerFault({ outcome: 'open', transient: true }),
    certainty: 'documented',
    source: 'Namecheap docs: domains.dns.getEmailForwarding',
  },
  {
    number: '4023330',
    commands: ['domains.dns.getHosts'],
    means: 'the host records could not be read',
    becomes: providerFault({ outcome: 'open', transient: true }),
    certainty: 'documented',
    source: 'Namecheap docs: domains.dns.getHosts',
  },
];
