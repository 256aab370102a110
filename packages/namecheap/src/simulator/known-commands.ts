import type { SimulatedCommand } from './command.js';
import { domainsCheck } from './commands/domains-check.js';
import { domainsCreate } from './commands/domains-create.js';
import { domainsDnsGetList } from './commands/domains-dns-get-list.js';
import { domainsDnsSetCustom } from './commands/domains-dns-set-custom.js';
import { domainsGetInfo } from './commands/domains-get-info.js';
import { domainsGetList } from './commands/domains-get-list.js';
import { domainsGetTldList } from './commands/domains-get-tld-list.js';
import { domainsRenew } from './commands/domains-renew.js';
import { usersGetBalances } from './commands/users-get-balances.js';
import { usersGetPricing } from './commands/users-get-pricing.js';

const built: readonly SimulatedCommand[] = [
  domainsCheck,
  domainsCreate,
  domainsDnsGetList,
  domainsDnsSetCustom,
  domainsGetInfo,
  domainsGetList,
  domainsGetTldList,
  domainsRenew,
  usersGetBalances,
  usersGetPricing,
];

/** By name in lower case, since the vendor does not look at case. */
export const simulatedCommands: ReadonlyMap<string, SimulatedCommand> = new Map(
  built.map((command) => [command.name.toLowerCase(), command]),
);

/** Commands that the vendor has and this simulator has not. */
export const unbuiltCommands: ReadonlySet<string> = new Set(
  [
    ...['domains.getContacts', 'domains.setContacts', 'domains.reactivate'],
    ...['domains.getRegistrarLock', 'domains.setRegistrarLock'],
    ...['domains.dns.setDefault', 'domains.dns.getHosts', 'domains.dns.setHosts'],
    ...['domains.dns.getEmailForwarding', 'domains.dns.setEmailForwarding'],
    ...['domains.ns.create', 'domains.ns.delete', 'domains.ns.getInfo', 'domains.ns.update'],
    ...['domains.transfer.create', 'domains.transfer.getStatus'],
    ...['domains.transfer.updateStatus', 'domains.transfer.getList'],
    ...['users.changePassword', 'users.update', 'users.createaddfundsrequest'],
    ...['users.getAddFundsStatus', 'users.create', 'users.login', 'users.resetPassword'],
    ...['users.address.create', 'users.address.update', 'users.address.delete'],
    ...['users.address.setDefault', 'users.address.getInfo', 'users.address.getList'],
    ...['whoisguard.getlist', 'whoisguard.enable', 'whoisguard.disable'],
    ...['whoisguard.changeemailaddress', 'whoisguard.renew', 'whoisguard.allot'],
    ...['whoisguard.unallot', 'whoisguard.discard'],
    ...['ssl.create', 'ssl.getList', 'ssl.parseCSR', 'ssl.getApproverEmailList', 'ssl.activate'],
    ...['ssl.resendApproverEmail', 'ssl.getInfo', 'ssl.renew', 'ssl.reissue'],
    ...['ssl.resendfulfillmentemail', 'ssl.purchasemoresans', 'ssl.revokecertificate'],
    'ssl.editDCVMethod',
  ].map((name) => `namecheap.${name}`.toLowerCase()),
);
