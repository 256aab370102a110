import type { SimulatedCommand } from './command.js';
import { domainsCheck } from './commands/domains-check.js';
import { domainsCreate } from './commands/domains-create.js';
import {
  domainsDnsGetEmailForwarding,
  domainsDnsSetEmailForwarding,
} from './commands/domains-dns-email-forwarding.js';
import { domainsDnsGetHosts } from './commands/domains-dns-get-hosts.js';
import { domainsDnsGetList } from './commands/domains-dns-get-list.js';
import { domainsDnsSetCustom } from './commands/domains-dns-set-custom.js';
import { domainsDnsSetDefault } from './commands/domains-dns-set-default.js';
import { domainsDnsSetHosts } from './commands/domains-dns-set-hosts.js';
import { domainsGetContacts } from './commands/domains-get-contacts.js';
import { domainsGetInfo } from './commands/domains-get-info.js';
import { domainsGetList } from './commands/domains-get-list.js';
import { domainsGetTldList } from './commands/domains-get-tld-list.js';
import { domainsNs } from './commands/domains-ns.js';
import { domainsReactivate } from './commands/domains-reactivate.js';
import {
  domainsGetRegistrarLock,
  domainsSetRegistrarLock,
} from './commands/domains-registrar-lock.js';
import { domainsRenew } from './commands/domains-renew.js';
import { domainsSetContacts } from './commands/domains-set-contacts.js';
import { domainsTransferCreate } from './commands/domains-transfer-create.js';
import { domainsTransferGetList } from './commands/domains-transfer-get-list.js';
import {
  domainsTransferGetStatus,
  domainsTransferUpdateStatus,
} from './commands/domains-transfer-status.js';
import { usersAddressGetList } from './commands/users-address-get-list.js';
import { usersGetBalances } from './commands/users-get-balances.js';
import { usersGetPricing } from './commands/users-get-pricing.js';
import { whoisguardGetList } from './commands/whoisguard-get-list.js';
import { whoisguardOthers } from './commands/whoisguard-others.js';
import {
  whoisguardChangeEmailAddress,
  whoisguardDisable,
  whoisguardEnable,
} from './commands/whoisguard-switch.js';

const built: readonly SimulatedCommand[] = [
  domainsCheck,
  domainsCreate,
  domainsDnsGetEmailForwarding,
  domainsDnsGetHosts,
  domainsDnsGetList,
  domainsDnsSetCustom,
  domainsDnsSetDefault,
  domainsDnsSetEmailForwarding,
  domainsDnsSetHosts,
  domainsGetContacts,
  domainsGetInfo,
  domainsGetList,
  domainsGetRegistrarLock,
  domainsGetTldList,
  ...domainsNs,
  domainsReactivate,
  domainsRenew,
  domainsSetContacts,
  domainsSetRegistrarLock,
  domainsTransferCreate,
  domainsTransferGetList,
  domainsTransferGetStatus,
  domainsTransferUpdateStatus,
  usersAddressGetList,
  usersGetBalances,
  usersGetPricing,
  whoisguardChangeEmailAddress,
  whoisguardDisable,
  whoisguardEnable,
  whoisguardGetList,
  ...whoisguardOthers,
];

/** By name in lower case, since the vendor does not look at case. */
export const simulatedCommands: ReadonlyMap<string, SimulatedCommand> = new Map(
  built.map((command) => [command.name.toLowerCase(), command]),
);

/** Commands that the vendor has and this simulator has not. */
export const unbuiltCommands: ReadonlySet<string> = new Set(
  [
    // Not on any page of the vendor; what they answer is not known.
    ...['domains.dns.getsrvrecords', 'domains.dns.setsrvrecords'],
    ...['users.changePassword', 'users.update', 'users.createaddfundsrequest'],
    ...['users.getAddFundsStatus', 'users.create', 'users.login', 'users.resetPassword'],
    ...['users.address.create', 'users.address.update', 'users.address.delete'],
    ...['users.address.setDefault', 'users.address.getInfo'],
    ...['ssl.create', 'ssl.getList', 'ssl.parseCSR', 'ssl.getApproverEmailList', 'ssl.activate'],
    ...['ssl.resendApproverEmail', 'ssl.getInfo', 'ssl.renew', 'ssl.reissue'],
    ...['ssl.resendfulfillmentemail', 'ssl.purchasemoresans', 'ssl.revokecertificate'],
    'ssl.editDCVMethod',
  ].map((name) => `namecheap.${name}`.toLowerCase()),
);
