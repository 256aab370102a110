import { authCode } from './auth-code.js';
import { balance } from './balance.js';
import { capabilities } from './capabilities.js';
import { check } from './check.js';
import type { Command } from './command.js';
import { contacts } from './contacts.js';
import { doctor } from './doctor.js';
import { explain } from './explain.js';
import { forwards } from './forwards.js';
import { hosts } from './hosts.js';
import { list } from './list.js';
import { lock } from './lock.js';
import { nameservers } from './nameservers.js';
import { operations } from './operations.js';
import { prices } from './prices.js';
import { privacy } from './privacy.js';
import { quote } from './quote.js';
import { records } from './records.js';
import { register } from './register.js';
import { renew } from './renew.js';
import { requirements } from './requirements.js';
import { restore } from './restore.js';
import { show } from './show.js';
import { simulate } from './simulate.js';
import { sync } from './sync.js';
import { tlds } from './tlds.js';
import { transfer } from './transfer.js';
import { transfers } from './transfers.js';

/** Commands that belong together. */
export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly Command[];
}

/** Every command, in the order of the overview. */
export const commandGroups: readonly CommandGroup[] = [
  {
    title: 'Search and buy',
    commands: [check, quote, register, renew, restore, transfer, operations],
  },
  {
    title: 'Domains',
    commands: [list, show, sync, contacts, lock, privacy, authCode, transfers],
  },
  { title: 'DNS', commands: [nameservers, records, forwards, hosts] },
  { title: 'Registrar', commands: [balance, tlds, prices, requirements, capabilities] },
  { title: 'Trouble and practice', commands: [doctor, explain, simulate] },
];

/** The same without the groups. */
export const commands: readonly Command[] = commandGroups.flatMap((group) => group.commands);
