import type { FaultRow } from './fault-row.js';
import { access, invalidInput, providerFault, withdrawn, wrongState } from './fault-class.js';

/** Faults of whoisguard.*. */
export const privacyFaults: readonly FaultRow[] = [
  {
    number: '2011167',
    commands: ['whoisguard.renew'],
    means: 'more than 9 years were asked for',
    becomes: invalidInput('years', 'renew for 1 to 9 years'),
    certainty: 'documented',
    source: 'Namecheap docs: whoisguard.renew',
  },
  {
    number: '2011272',
    commands: ['ssl.getList', 'whoisguard.getlist'],
    means: 'the list type is not valid',
    becomes: invalidInput('listType', 'use one of the documented list types'),
    certainty: 'documented',
    source: 'Namecheap docs: ssl.getList, whoisguard.getlist',
  },
  {
    number: '2011331',
    commands: [
      'whoisguard.allot',
      'whoisguard.unallot',
      'whoisguard.discard',
      'whoisguard.enable',
      'whoisguard.disable',
      'whoisguard.changeemailaddress',
    ],
    means:
      'the privacy subscription is missing, expired, linked elsewhere or already in that state',
    becomes: wrongState(),
    certainty: 'documented',
    source: 'Namecheap docs: whoisguard.*; captured for enable, disable, changeemailaddress',
  },
  {
    number: '2011369',
    commands: ['whoisguard.allot', 'whoisguard.enable'],
    means: 'the address to forward e-mail to is not valid',
    becomes: invalidInput('forwardTo', 'correct the e-mail address'),
    certainty: 'documented',
    source: 'Namecheap docs: whoisguard.*',
  },
  {
    number: '2029331',
    commands: ['whoisguard.allot', 'whoisguard.renew'],
    means: 'the privacy subscription is not of this account, or it is too early to renew it',
    becomes: wrongState(),
    certainty: 'documented',
    source: 'Namecheap docs: whoisguard.renew; captured for allot (baptistelaget samples)',
  },
  {
    number: '2528268',
    commands: ['whoisguard.renew'],
    means: 'the order could not be created',
    becomes: providerFault({ outcome: 'refused' }),
    certainty: 'documented',
    source: 'Namecheap docs: whoisguard.renew',
  },
  {
    number: '3530407',
    commands: ['whoisguard.discard', 'whoisguard.unallot'],
    means: 'the vendor has withdrawn the command',
    becomes: withdrawn,
    certainty: 'observed',
    source: 'captured from the sandbox (baptistelaget samples, 2017)',
  },
  {
    number: '4029331',
    commands: ['whoisguard.renew'],
    means: 'the privacy subscription does not belong to this user',
    becomes: access('operation_not_allowed', 'operation_not_allowed'),
    certainty: 'observed',
    source: 'captured from the sandbox (baptistelaget samples); not on a vendor page',
  },
];
