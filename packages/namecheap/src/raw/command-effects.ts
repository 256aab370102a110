/** What a vendor command may do: nothing but read, change something, or charge the account. */
export type CommandEffect = 'read' | 'write' | 'charge';

/** Commands that only read, and may be sent again. https://www.namecheap.com/support/api/methods/ */
const reads = [
  'domains.check',
  'domains.getContacts',
  'domains.getInfo',
  'domains.getList',
  'domains.getRegistrarLock',
  'domains.getTldList',
  'domains.dns.getEmailForwarding',
  'domains.dns.getHosts',
  'domains.dns.getList',
  // Not documented; other clients use them.
  'domains.dns.getsrvrecords',
  'domains.ns.getInfo',
  'domains.transfer.getList',
  'domains.transfer.getStatus',
  'ssl.getApproverEmailList',
  'ssl.getInfo',
  'ssl.getList',
  'ssl.parseCSR',
  'users.address.getInfo',
  'users.address.getList',
  'users.getAddFundsStatus',
  'users.getBalances',
  'users.getPricing',
  'whoisguard.getlist',
] as const;

/** Commands that take money, or make an issuer take it: of ssl.*, activate and reissue buy the certificate upstream. */
const charges = [
  'domains.create',
  'domains.reactivate',
  'domains.renew',
  'domains.transfer.create',
  'ssl.activate',
  'ssl.create',
  'ssl.purchasemoresans',
  'ssl.reissue',
  'ssl.renew',
  'whoisguard.renew',
] as const;

/** Commands that change something and charge nothing. */
const writes = [
  'domains.setContacts',
  'domains.setRegistrarLock',
  'domains.dns.setCustom',
  'domains.dns.setDefault',
  'domains.dns.setEmailForwarding',
  'domains.dns.setHosts',
  'domains.dns.setsrvrecords',
  'domains.ns.create',
  'domains.ns.delete',
  'domains.ns.update',
  'domains.transfer.updateStatus',
  'ssl.editDCVMethod',
  'ssl.resendApproverEmail',
  'ssl.resendfulfillmentemail',
  'ssl.revokecertificate',
  'users.address.create',
  'users.address.delete',
  'users.address.setDefault',
  'users.address.update',
  'users.changePassword',
  'users.create',
  // A person pays in a browser; the command itself takes nothing.
  'users.createaddfundsrequest',
  'users.login',
  'users.resetPassword',
  'users.update',
  'whoisguard.allot',
  'whoisguard.changeemailaddress',
  'whoisguard.disable',
  'whoisguard.discard',
  'whoisguard.enable',
  'whoisguard.unallot',
] as const;

const effects: ReadonlyMap<string, CommandEffect> = new Map([
  ...reads.map((command) => [command.toLowerCase(), 'read'] as const),
  ...charges.map((command) => [command.toLowerCase(), 'charge'] as const),
  ...writes.map((command) => [command.toLowerCase(), 'write'] as const),
]);

/**
 * What a command may do, by its name without the `namecheap.` prefix. One that is not listed is taken to charge: asking for
 * consent once too often costs nothing.
 */
export function effectOfCommand(command: string): CommandEffect {
  return effects.get(command.toLowerCase()) ?? 'charge';
}
