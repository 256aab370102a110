import type { OperationName } from '../operations/operation-map.js';
import type { Panel } from './panel.js';

/** What the registrar module of a panel must be able to do, under the names of each panel, and what carries it out here. */
export interface PanelNeed {
  readonly need: string;
  /** The operations that a module calls for it. */
  readonly operations: readonly OperationName[];
  /** The functions, or in words where it is none; a panel that is left out has nothing for it. */
  readonly functions: Readonly<Partial<Record<Panel, readonly string[]>>>;
  /** What the author of a module must know. */
  readonly know: string;
}

/**
 * Every function that the registrar modules of the panels have, and the operations for it. Whether the registrar offers an
 * operation is said by `registrar.capabilities`; a module hides or explains what is not offered.
 *
 * The functions are those of the modules that Domain Name API publishes for these panels (github.com/domainreseller).
 */
export const panelNeeds = [
  {
    need: 'test login',
    operations: ['verifyAccess'],
    functions: {
      whmcs: ['getConfigArray'],
      wisecp: ['testConnection'],
      hostbill: ['testConnection'],
      blesta: ['validateConnection'],
    },
    know: 'reads only; show `diagnosis` to the admin, since 401 and 403 have different cures',
  },
  {
    need: 'availability',
    operations: ['checkAvailability', 'streamAvailability', 'quote'],
    functions: {
      whmcs: ['CheckAvailability', 'GetDomainSuggestions'],
      wisecp: ['questioning'],
      hostbill: ['lookupDomain', 'suggestDomains'],
      blesta: ['checkAvailability'],
      clientexec: ['checkDomain'],
      fossbilling: ['isDomainAvailable'],
      hostfact: ['checkDomain'],
    },
    know: '`unknown` is never available; a row with `premium` has its own price, which `quote` reads; suggestions are names that the module makes up and checks',
  },
  {
    need: 'transferable?',
    operations: ['checkTransfer'],
    functions: {
      blesta: ['checkTransferAvailability'],
      fossbilling: ['isDomaincanBeTransferred'],
    },
    know: 'not the opposite of available: a taken name can be locked, too young, or here already',
  },
  {
    need: 'register',
    operations: ['getTldRequirements', 'quote', 'registerDomain', 'reconcileOperation'],
    functions: {
      whmcs: ['RegisterDomain'],
      wisecp: ['register'],
      hostbill: ['Register'],
      blesta: ['registerDomain'],
      clientexec: ['registerDomain'],
      fossbilling: ['registerDomain'],
      hostfact: ['registerDomain'],
    },
    know: "the order's number in the panel is the `idempotencyKey`; `pending` is success that the registry has not confirmed, so keep `operation`; after `OUTCOME_UNKNOWN` reconcile, never order again",
  },
  {
    need: 'transfer in',
    operations: ['quote', 'transferDomain', 'waitForOperation'],
    functions: {
      whmcs: ['TransferDomain'],
      wisecp: ['transfer'],
      hostbill: ['Transfer'],
      blesta: ['transferDomain'],
      clientexec: ['initiateTransfer'],
      fossbilling: ['transferDomain'],
      hostfact: ['transferDomain'],
    },
    know: 'takes days and is `pending` meanwhile; the auth code goes in as a secret and is never logged',
  },
  {
    need: 'renew',
    operations: ['quote', 'renewDomain', 'restoreDomain'],
    functions: {
      whmcs: ['RenewDomain'],
      wisecp: ['renewal'],
      hostbill: ['Renew'],
      blesta: ['renewDomain'],
      clientexec: ['renewDomain'],
      fossbilling: ['renewDomain'],
    },
    know: 'not at the price of a registration; give the expiry that the panel knows, so that no year is bought twice; out of redemption it is `restoreDomain`, at another price',
  },
  {
    need: 'details / sync',
    operations: ['syncDomain', 'getDomain'],
    functions: {
      whmcs: ['Sync'],
      wisecp: ['sync', 'get_info', 'isInactive'],
      hostbill: ['synchInfo'],
      blesta: ['getDomainInfo', 'getExpirationDate'],
      clientexec: ['getGeneralInfo'],
      fossbilling: ['getDomainDetails'],
      hostfact: ['getDomainInformation', 'getSyncData'],
    },
    know: '`toPanelStatus` has the word for the panel; `certain: false` changes nothing in the panel',
  },
  {
    need: 'transfer progress',
    operations: ['getTransfer', 'listTransfers', 'waitForOperation', 'resubmitTransfer'],
    functions: {
      whmcs: ['TransferSync'],
      wisecp: ['transfer_sync'],
      hostbill: ['synchInfo'],
      clientexec: ['getTransferStatus'],
    },
    know: '`done` alone is completed; `failed` has the cause, a transfer that the customer cancelled is one of them',
  },
  {
    need: 'cancel transfer',
    operations: ['cancelTransfer'],
    functions: { whmcs: ['custom button canceltransfer'] },
    know: 'ends an incoming transfer; whether the money comes back is for the registrar to say',
  },
  {
    need: 'name servers read / write',
    operations: ['getNameservers', 'setNameservers', 'resetNameservers'],
    functions: {
      whmcs: ['GetNameservers', 'SaveNameservers'],
      wisecp: ['NsDetails', 'ModifyDns'],
      hostbill: ['getNameServers', 'updateNameServers'],
      blesta: ['getDomainNameservers', 'setDomainNameservers'],
      clientexec: ['getNameServers', 'setNameServers'],
      fossbilling: ['modifyNs'],
      hostfact: ['updateNameServers'],
    },
    know: 'replaces the whole set; drop the empty fields of the form before',
  },
  {
    need: 'child hosts',
    operations: ['listHosts', 'getHost', 'createHost', 'updateHost', 'deleteHost'],
    functions: {
      whmcs: ['RegisterNameserver', 'ModifyNameserver', 'DeleteNameserver'],
      wisecp: ['CNSList', 'addCNS', 'ModifyCNS', 'DeleteCNS'],
      hostbill: [
        'getRegisterNameServers',
        'registerNameServer',
        'modifyNameServer',
        'deleteNameServer',
      ],
      clientexec: ['registerNS', 'editNS', 'deleteNS'],
    },
    know: 'a host has a list of addresses, IPv4 and IPv6; the panel often shows one of them, so keep the others on a change',
  },
  {
    need: 'contacts read / write',
    operations: ['getContacts', 'setContacts'],
    functions: {
      whmcs: ['GetContactDetails', 'SaveContactDetails'],
      wisecp: ['get_info', 'ModifyWhois'],
      hostbill: ['getContactInfo', 'updateContactInfo'],
      blesta: ['getDomainContacts', 'setDomainContacts'],
      clientexec: ['getContactInformation', 'setContactInformation'],
      fossbilling: ['modifyContact'],
      hostfact: ['getDomainWhois', 'updateDomainWhois', 'createContact', 'updateContact'],
    },
    know: 'four roles: registrant, admin, tech, billing; give those that changed, the others stay; phones as `+` and digits; what is missing is refused and not made up',
  },
  {
    need: 'lock',
    operations: ['getLock', 'setLock'],
    functions: {
      whmcs: ['GetRegistrarLock', 'SaveRegistrarLock'],
      wisecp: ['getTransferLock', 'ModifyTransferLock'],
      hostbill: ['getRegistrarLock', 'updateRegistrarLock'],
      blesta: ['getDomainIsLocked', 'lockDomain', 'unlockDomain'],
      clientexec: ['getRegistrarLock', 'setRegistrarLock'],
      fossbilling: ['lock', 'unlock'],
      hostfact: ['lockDomain'],
    },
    know: 'say the state that is wanted; nothing toggles, so a double click does no harm',
  },
  {
    need: 'privacy',
    operations: ['getPrivacy', 'setPrivacy'],
    functions: {
      whmcs: ['IDProtectToggle'],
      wisecp: ['getWhoisPrivacy', 'modifyPrivacyProtection', 'purchasePrivacyProtection'],
      blesta: ['enablePrivacyProtection', 'disablePrivacyProtection'],
      clientexec: ['doSetPrivacyWhois'],
      fossbilling: ['enablePrivacyProtection', 'disablePrivacyProtection'],
    },
    know: 'say the state that is wanted, also where the panel calls it a toggle; some endings refuse it',
  },
  {
    need: 'auth code',
    operations: ['getAuthCode'],
    functions: {
      whmcs: ['GetEPPCode'],
      wisecp: ['getAuthCode'],
      hostbill: ['getEppCode'],
      blesta: ['via info'],
      clientexec: ['getEPPCode'],
      fossbilling: ['getEpp'],
      hostfact: ['getToken'],
    },
    know: 'a `Secret`: open it with `.reveal()` where it is shown, and log nothing of it',
  },
  {
    need: 'DNS records',
    operations: [
      'listRecords',
      'planRecords',
      'applyRecords',
      'getUrlForward',
      'setUrlForward',
      'deleteUrlForward',
    ],
    functions: {
      whmcs: ['GetDNS', 'SaveDNS'],
      wisecp: ['getDnsRecord', 'addDnsRecord', 'updateDnsRecord', 'deleteDnsRecord'],
      clientexec: ['getDNS', 'setDNS'],
    },
    know: 'a form of the whole zone is `planRecords` with `replaceAll` and one `applyRecords`: only the difference is written; leave `ttlSeconds` out where the panel has none, and it stays; report `losses`; rows URL and FRAME are the forward',
  },
  {
    need: 'price import',
    operations: ['listTlds', 'getPrices'],
    functions: {
      whmcs: ['GetTldPricing'],
      wisecp: ['cost_prices', 'list_tlds', 'apply_import_tlds'],
      hostbill: ['getDomainPrices'],
      blesta: ['getTldPricing', 'getFilteredTldPricing', 'getTlds'],
      clientexec: ['getTLDsAndPrices'],
    },
    know: 'registration, renewal, transfer and restore have prices of their own; each in its currency, as a decimal text and no float; premium names are not in it',
  },
  {
    need: 'domain import / list',
    operations: ['listDomains'],
    functions: {
      wisecp: ['domains', 'import_domain'],
      hostbill: ['ListDomains'],
      clientexec: ['fetchDomains'],
      hostfact: ['getDomainList'],
    },
    know: 'iterate: all pages, each domain once; a domain that is missing from it is not gone',
  },
  {
    need: 'extra fields per TLD',
    operations: ['getTldRequirements'],
    functions: {
      whmcs: ['additional domain fields'],
      wisecp: ['doc fields'],
      hostbill: ['getExtendedAttributes'],
      blesta: ['admin/client add fields'],
    },
    know: 'what the registry wants, to be given as `tldAttributes` with the order',
  },
  {
    need: 'delete',
    operations: ['deleteDomain'],
    functions: { fossbilling: ['deleteDomain'], hostfact: ['deleteDomain'] },
    know: 'at the registry, for good; where "at the end of the term" is meant it is `setAutoRenew`',
  },
  {
    need: 'auto-renew',
    operations: ['setAutoRenew', 'getDomain'],
    functions: { clientexec: ['setAutorenew'], hostfact: ['setDomainAutoRenew'] },
    know: "the registrar's own renewal; keep it off where the panel renews by itself, or two years are paid",
  },
] as const satisfies readonly PanelNeed[];
