import type { Panel } from './panel.js';

/** How sure it is that the panel knows a word: its maker states it, or public programs that work with it use it. */
export type PanelCertainty = 'documented' | 'observed';

/** The words of one panel for how a domain stands. */
interface PanelVocabulary {
  /** Where the word goes. */
  readonly goesTo: string;
  readonly words: Readonly<Record<string, PanelCertainty>>;
  readonly source: string;
}

/** The words that each panel knows, where they go and where that stands. */
export const panelStates = {
  whmcs: {
    goesTo: 'the field that is `true` in the answer of `Sync`',
    words: {
      active: 'documented',
      expired: 'documented',
      transferredAway: 'documented',
      cancelled: 'observed',
    },
    source: 'https://developers.whmcs.com/domain-registrars/domain-syncing',
  },
  wisecp: {
    goesTo: '`status` in the answer of `sync` and `transfer_sync`; to keep, answer `unknown`',
    words: {
      active: 'documented',
      expired: 'documented',
      awaiting: 'documented',
      transferred: 'observed',
    },
    source: 'https://dev.wisecp.com/en/kb/sync-transfer_sync-domain-name-synchronization',
  },
  hostbill: {
    goesTo: '`status` in the answer of `synchInfo`; to keep, leave it out',
    words: {
      Active: 'observed',
      Expired: 'observed',
      'Pending Registration': 'observed',
      'Pending Transfer': 'observed',
    },
    source: 'https://github.com/domainreseller/hostbill-dna',
  },
  blesta: {
    goesTo: 'the status of the service; the module itself only answers `getExpirationDate`',
    words: { active: 'observed', pending: 'observed', canceled: 'observed' },
    source: 'https://docs.blesta.com',
  },
  clientexec: {
    goesTo:
      'the answer of `getGeneralInfo`: `is_registered` alone is `true`, or `is_expired` beside it',
    words: { is_registered: 'documented', is_expired: 'documented' },
    source: 'https://github.com/clientexec/sample-registrar',
  },
  fossbilling: {
    goesTo: 'the status of the order; `getDomainDetails` has no field for it',
    words: { active: 'documented', pending_setup: 'documented', canceled: 'documented' },
    source: 'https://github.com/FOSSBilling/FOSSBilling',
  },
  hostfact: {
    goesTo: '`Status` of the domain in the answer of `getSyncData`; to keep, leave the domain out',
    words: { success: 'documented', error: 'documented' },
    source: 'https://github.com/domainreseller/hostfact-dna',
  },
} as const satisfies Readonly<Record<Panel, PanelVocabulary>>;

/** A word that a panel knows for how a domain stands. */
export type PanelState<Name extends Panel = Panel> = {
  [Each in Panel]: keyof (typeof panelStates)[Each]['words'];
}[Name];
